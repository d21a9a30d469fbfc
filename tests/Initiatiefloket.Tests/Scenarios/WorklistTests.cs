using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The coordinator's list, and what is done with several cases at once. Each scenario has a theme, and so a reviewer, of its own.</summary>
public sealed class WorklistTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    [Fact]
    public async Task HandOver_OfSeveralCases_IsShownDoneAndTold()
    {
        string[] ids = [await ApplyAsync("een", "opgroeien-en-jeugd", "jeugd"), await ApplyAsync("twee", "opgroeien-en-jeugd", "jeugd"), await ApplyAsync("drie", "opgroeien-en-jeugd", "jeugd")];
        using var coordinator = fixture.Host.NewVisitor();
        var link = await OpenAsync(coordinator);
        var list = await coordinator.OpenAsync($"{link}?wacht=reviewer%3Ajeugd");
        Assert.Contains("3 zaken passen hierbij", list.Text, StringComparison.Ordinal);

        var shown = await coordinator.PressAsync(list, "Draag over", ("naar", "reviewer:gezondheid"));

        Assert.Contains("geeft de plaats aan", shown.Text, StringComparison.Ordinal);
        Assert.Empty((await fixture.Cases.GetAsync(ids[0])).Panel.HandOvers);
        var button = Assert.Single(shown.Buttons, name => name.StartsWith("Draag over aan", StringComparison.Ordinal));
        var ticks = shown.Document.QuerySelectorAll("[name=zaak]").Select(box => ("zaak", box.GetAttribute("value")!)).ToArray();
        Assert.Equal(3, ticks.Length);
        var done = await fixture.Town.ConfirmAsync(coordinator, await coordinator.PressAsync(shown, button), Townspeople.Coordinator);

        Assert.Contains("Dit is gedaan in 3 zaken", done.Text, StringComparison.Ordinal);
        foreach (var id in ids)
        {
            var change = Assert.Single((await fixture.Cases.GetAsync(id)).Panel.HandOvers);
            Assert.Equal((Actor.Reviewer("jeugd"), Actor.Reviewer("gezondheid"), HandOverReason.Coordinator), (change.From, change.To, change.Why));
        }

        var again = await coordinator.OpenAsync(done.Address.ToString());
        Assert.Contains("Dit is gedaan in 3 zaken", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(button, again.Buttons);
        var back = await coordinator.OpenAsync(again.LinkTo("Terug naar de lijst"));
        Assert.Contains("Geen lopende zaak past hierbij", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_OfSeveralCases_TellsApplicantsOnceAndSaysWhereItCannot()
    {
        string[] ids = [await ApplyAsync("vier", "gezond-leven", "gezondheid"), await ApplyAsync("vijf", "gezond-leven", "gezondheid")];
        using var coordinator = fixture.Host.NewVisitor();
        var link = await OpenAsync(coordinator);
        var query = $"doe=verlengen&zaak={ids[0]}&zaak={ids[1]}&zaak=BI-2026-99999";

        var shown = await coordinator.OpenAsync($"{link}/samen?{query}");
        var refused = await coordinator.PressAsync(shown, "Verleng de termijnen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Vul in waarom u meer tijd nodig heeft", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var done = await fixture.Town.ConfirmAsync(
            coordinator, await coordinator.PressAsync(refused, "Verleng de termijnen", ("reden", "Twee collega's zijn ziek.")), Townspeople.Coordinator);

        Assert.Contains("Dit is gedaan in 2 zaken", done.Text, StringComparison.Ordinal);
        foreach (var id in ids)
        {
            await fixture.Cases.MailedAsync(id, "term-extended");
        }

        fixture.Clock.Advance(TimeSpan.FromDays(1));
        var later = await coordinator.OpenAsync($"{link}/samen?{query}");
        Assert.Contains("Hier kan het niet", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Verleng de termijnen", later.Buttons);
    }

    [Fact]
    public async Task List_AskedNonsense_SaysSoAndShowsAll()
    {
        var id = await ApplyAsync("zes", "rondkomen", "werk");
        using var coordinator = fixture.Host.NewVisitor();
        var link = await OpenAsync(coordinator);

        var page = await coordinator.OpenAsync($"{link}?thema=onzin&pagina=-1&na=x");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Dit adres klopt niet helemaal", page.Text, StringComparison.Ordinal);
        Assert.Contains("Plan: zes", page.Text, StringComparison.Ordinal);
        var found = await coordinator.OpenAsync($"{link}?zoek={id}");
        Assert.Contains("1 zaak past hierbij", found.Text, StringComparison.Ordinal);
        var file = await coordinator.OpenAsync(found.LinkTo("Bewaar deze lijst als bestand voor een rekenblad (CSV)"));
        Assert.Contains($"{id};Plan: zes;", file.Text, StringComparison.Ordinal);
        var opened = await coordinator.FollowAsync(found, "Plan: zes");
        Assert.EndsWith($"?zoek={id}", opened.LinkTo("Terug naar de lijst"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ForACaseThatEnded_LeadsToItFromTheListOfWhatRuns()
    {
        var proposal = Townspeople.Resident("allang klaar");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Town.DeclineAsync(Townspeople.Reviewer, id);
        await fixture.Cases.MailedAsync(id, "decision");
        using var coordinator = fixture.Host.NewVisitor();
        var link = await OpenAsync(coordinator);
        var none = await coordinator.OpenAsync($"{link}?zoek={id}");
        Assert.Contains("Geen lopende zaak past hierbij", none.Text, StringComparison.Ordinal);

        var found = await coordinator.FollowAsync(none, $"Zoek \"{id}\" in de afgeronde zaken");

        Assert.Contains("Plan: allang klaar", found.Text, StringComparison.Ordinal);
    }

    private async Task<string> OpenAsync(Visitor coordinator)
    {
        var link = await fixture.OverviewLinkAsync(Actor.Coordinator);
        await fixture.Town.OpenOverviewAsync(coordinator, link, Townspeople.Coordinator);
        return link;
    }

    private async Task<string> ApplyAsync(string about, string theme, string reviewer)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident(about) with { Theme = theme });
        await fixture.Cases.MailedAsync(id, $"review-1-invite-reviewer:{reviewer}");
        return id;
    }
}
