using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The mail of an earlier round, opened when the case went on.</summary>
public sealed class LaterRoundTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string DecideButton = "Bekijk en beslis";

    private Town Town => fixture.Town;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Page_OfAnEarlierRound_LeadsToTheOneThatWaits()
    {
        var proposal = Townspeople.Resident("eerste mail weer geopend");
        var (id, first) = await AskedAsync(proposal, "aanvullen");
        using var reviewer = fixture.Host.NewVisitor();
        Assert.Contains("Als de aanvrager antwoordt, krijgt u een nieuwe mail.", (await reviewer.OpenAsync(first)).Text, StringComparison.Ordinal);
        await Town.AnswerAsync(proposal.Email, id, "Tien buren.");
        await Cases.MailedAsync(id, "review-2-invite-reviewer:welzijn");

        var page = await reviewer.OpenAsync(first);

        Assert.Contains("Dit initiatief wacht nu op uw besluit", page.Text, StringComparison.Ordinal);
        AssertSaysNothingElse(page);
        var opened = await reviewer.PressAsync(page, DecideButton);
        Assert.Contains("Ken toe", opened.Buttons);
        await reviewer.DecideAsync(opened, "Wijs af", Decisions.Refusal);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
        Assert.DoesNotContain(DecideButton, (await reviewer.OpenAsync(first)).Buttons);
        Assert.Contains("U hoeft niets meer te doen.", (await reviewer.PressAsync(page, DecideButton)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AfterAQuestionThatNobodyAnswered_LeadsToTheRoundThatWaits()
    {
        var (id, first) = await AskedAsync(Townspeople.Resident("vraag zonder antwoord"), "gewoon");
        fixture.Clock.Advance(TimeSpan.FromDays(5));
        await Cases.MailedAsync(id, "question-1-reminder");
        fixture.Clock.Advance(TimeSpan.FromDays(4));
        await Cases.MailedAsync(id, "review-2-invite-reviewer:welzijn");
        using var reviewer = fixture.Host.NewVisitor();

        var page = await reviewer.OpenAsync(first);

        AssertSaysNothingElse(page);
        Assert.Contains("Ken toe", (await reviewer.PressAsync(page, DecideButton)).Buttons);
    }

    [Fact]
    public async Task Renewed_LinkOfAnEarlierRound_OpensTheOneThatWaits()
    {
        var proposal = Townspeople.Resident("nieuwe link in ronde twee");
        var (id, first) = await AskedAsync(proposal, "aanvullen");
        await Town.AnswerAsync(proposal.Email, id, "Tien buren.");
        await Cases.MailedAsync(id, "review-2-invite-reviewer:welzijn");
        using var reviewer = fixture.Host.NewVisitor();
        var page = await reviewer.OpenAsync(first);
        const string AntiforgeryField = "__RequestVerificationToken";
        var token = page.Document.QuerySelector($"[name={AntiforgeryField}]")!.GetAttribute("value")!;

        fixture.Clock.Advance(TimeSpan.FromDays(61));
        await reviewer.SendAsync(HttpMethod.Post, $"/nieuwe-link{first}", (AntiforgeryField, token));

        Assert.Contains("Ken toe", (await Town.OpenAsync(Townspeople.Reviewer, $"Uw pagina over initiatief {id}")).Buttons);
    }

    [Fact]
    public async Task Approval_BeforeTheCaseIsGranted_IsAdvice()
    {
        var id = await fixture.InCouncilWindowAsync("nog niet toegekend");
        using var reviewer = fixture.Host.NewVisitor();

        var page = await reviewer.OpenAsync(await PathAsync(id));

        Assert.Contains("Uw advies: toekennen, €\u00A04.000,00", page.Text, StringComparison.Ordinal);
        Assert.Contains("De raad kan meekijken. U hoeft niets meer te doen.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Toegekend", page.Text, StringComparison.Ordinal);
        var granted = await Town.ApplyAsync(Townspeople.Resident("wel toegekend"));
        await Town.ApproveAsync(Townspeople.Reviewer, granted, "1.200");
        await Cases.ReachAsync(granted, InitiativeState.Granted);
        Assert.Contains("Toegekend: €\u00A01.200,00", (await reviewer.OpenAsync(await PathAsync(granted))).Text, StringComparison.Ordinal);
    }

    private static void AssertSaysNothingElse(PageSeen page)
    {
        Assert.DoesNotContain("U hoeft niet", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("krijgt u een nieuwe mail", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("U krijgt een mail", page.Text, StringComparison.Ordinal);
        Assert.Contains(DecideButton, page.Buttons);
    }

    /// <summary>A case of which the reviewer asked something in the first round.</summary>
    private async Task<(string Id, string First)> AskedAsync(Proposal proposal, string kind)
    {
        var id = await Town.ApplyAsync(proposal);
        var first = await PathAsync(id);
        await Town.FollowAsync(Townspeople.Reviewer, $"initiatief {id}", "Stel de vraag", [.. Decisions.Question("Wie doet er mee?").Skip(1), ("soort", kind)]);
        await Cases.MailedAsync(id, "question-1-asked");
        return (id, first);
    }

    // Without the choice that a button in the mail prepares.
    private async Task<string> PathAsync(string id) => new Uri((await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link).AbsolutePath;
}
