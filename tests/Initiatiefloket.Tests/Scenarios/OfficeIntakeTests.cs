using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>An application on paper, entered by the coordinator; and the coordinator's page of a case.</summary>
public sealed class OfficeIntakeTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Enter = "Voer de aanvraag in";

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Intake_OnPaperWithoutAddress_GoesItsWayByPost()
    {
        using var coordinator = fixture.Host.NewVisitor();
        var form = await OpenFormAsync(coordinator);
        var received = fixture.Today.AddDays(-10);

        var entered = await coordinator.PressAsync(form, Enter, [.. Fields("op papier", ""), .. Received(received)]);
        var again = await coordinator.PressAsync(form, Enter, [.. Fields("op papier", ""), .. Received(received)]);

        Assert.Equal("Plan: op papier", entered.Heading);
        var id = entered.Document.QuerySelector(".loket-kicker")!.TextContent.Split(' ')[^1];
        Assert.Contains(id, again.Text, StringComparison.Ordinal);
        var initiative = await fixture.Cases.GetAsync(id);
        Assert.Equal(received, initiative.Clock!.ReceivedOn);
        Assert.Equal(received, LocalTime.DayOf(initiative.ReceivedAt!.Value));
        Assert.Contains("Op papier ontvangen op", entered.Text, StringComparison.Ordinal);
        Assert.Contains("Geen. Bel of schrijf de aanvrager.", entered.Text, StringComparison.Ordinal);
        await Post.WaitForAsync(Townspeople.Coordinator, $"Mail niet bezorgd: {id}");

        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        await fixture.Town.ApproveAsync(Townspeople.Reviewer, id, "900");
        var page = await Eventually.FindAsync("the letter that goes by post", async () =>
        {
            var seen = await coordinator.OpenAsync(entered.Address.ToString());
            return seen.Text.Contains("Het besluit is genomen maar niet bekendgemaakt", StringComparison.Ordinal) ? seen : null;
        });
        Assert.Contains("Leg de dag vast", page.Buttons);
        Assert.DoesNotContain("Stuur de mail nog eens", page.Buttons);
    }

    [Fact]
    public async Task Intake_WithMistakes_KeepsWhatWasTyped()
    {
        using var coordinator = fixture.Host.NewVisitor();
        var form = await OpenFormAsync(coordinator);

        var refused = await coordinator.PressAsync(form, Enter, [.. Fields("half", "geen adres"), .. Received(fixture.Today.AddDays(1))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Vul een datum in die niet in de toekomst ligt.", refused.Errors);
        Assert.Contains(refused.Errors, error => error.Contains("e-mailadres", StringComparison.Ordinal));
        Assert.Equal("Plan: half", refused.Document.QuerySelector("[name=titel]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Case_OnThePageOfTheDesk_IsShownWholeAndCorrected()
    {
        var proposal = Townspeople.Resident("het buurtuis");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        using var coordinator = fixture.Host.NewVisitor();
        var link = await fixture.OverviewLinkAsync(Actor.Coordinator);
        await fixture.Town.OpenOverviewAsync(coordinator, link, Townspeople.Coordinator);
        var page = await coordinator.FollowAsync(await coordinator.OpenAsync($"{link}?zoek={id}"), "Plan: het buurtuis");

        Assert.Equal($"mailto:{proposal.Email}", page.LinkTo(proposal.Email));
        Assert.Contains("ontvangstbevestiging, aan de aanvrager", page.Text, StringComparison.Ordinal);
        Assert.Contains("De aanvraag is ontvangen.", page.Text, StringComparison.Ordinal);
        var corrected = await fixture.Town.ConfirmAsync(
            coordinator, await coordinator.PressAsync(page, "Verbeter de tikfout", ("titel", "Plan: het buurthuis"), ("tikfoutreden", "Letter vergeten.")), Townspeople.Coordinator);

        Assert.Equal("Plan: het buurthuis", corrected.Heading);
        Assert.Contains("Titel was: Plan: het buurtuis", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("Letter vergeten.", corrected.Text, StringComparison.Ordinal);
        Assert.Equal("Plan: het buurthuis", (await fixture.Cases.GetAsync(id)).Title);
        var late = await fixture.Town.ConfirmAsync(
            coordinator, await coordinator.PressAsync(page, "Verbeter de tikfout", ("titel", "Plan: iets anders"), ("tikfoutreden", "Nog een keer.")), Townspeople.Coordinator);
        Assert.Contains("De aanvraag is intussen gewijzigd. Kijk wat er nu staat en vul het opnieuw in.", late.Errors);

        var mailed = await coordinator.PressAsync(corrected, "Stuur de aanvrager een mail", ("klopt", "true"));
        Assert.Equal(HttpStatusCode.OK, mailed.Status);
        await Post.WaitForAsync(proposal.Email, $"Uw pagina over initiatief {id}");
        Assert.Contains("De pot", (await coordinator.OpenAsync($"{link}/pot")).Heading, StringComparison.Ordinal);
    }

    private async Task<PageSeen> OpenFormAsync(Visitor coordinator)
    {
        var link = await fixture.OverviewLinkAsync(Actor.Coordinator);
        await fixture.Town.OpenOverviewAsync(coordinator, link, Townspeople.Coordinator);
        return await coordinator.OpenAsync($"{link}/invoeren");
    }

    private static (string Field, string Value)[] Fields(string about, string email) =>
    [
        ("kanaal", "papier"), ("soort", "bewoner"), ("naam", "Geesje Post"), ("straat", "Hoofdstraat 1"), ("postcode", "7571 AB"), ("plaats", "Oldenzaal"),
        ("email", email), ("titel", $"Plan: {about}"), ("plan", "Samen koken in de buurt."), ("thema", "meedoen-en-ontmoeten"), ("wijk", "de-thij"),
        ("bedrag", "900"), ("akkoord", "true"),
    ];

    private static (string Field, string Value)[] Received(DateOnly day) =>
        [("ontvangen.day", $"{day.Day}"), ("ontvangen.month", $"{day.Month}"), ("ontvangen.year", $"{day.Year}")];
}
