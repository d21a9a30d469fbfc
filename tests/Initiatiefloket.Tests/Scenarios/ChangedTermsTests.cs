using System.Text.Json.Nodes;
using Initiatiefloket.Policies;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A policy with other terms and grounds comes while a case runs: what the case promised stays true.</summary>
public sealed class ChangedTermsTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static Policy Old { get; } = PolicyFile.Load(PolicyDraft.DefaultFile);

    [Fact]
    public async Task MailsAndPages_AfterThePolicyChanged_SayWhatEachCaseBeganWith()
    {
        var proposal = Townspeople.Resident("oude termijnen", "900");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        using var policy = new PolicyDraft(json =>
        {
            json["version"] = "2026-2";
            var terms = json["terms"]!;
            (terms["reviewReminder"], terms["reviewSecondReminder"]) = ("20 werkdagen", "21 werkdagen");
            (terms["reviewDeputy"], terms["reviewEscalation"]) = ("22 werkdagen", "23 werkdagen");
            (terms["recovery"], terms["answer"]) = ("28 dagen", "29 dagen");
            json["refusalReasons"] = new JsonArray(
                new JsonObject { ["code"] = "new-ground", ["text"] = "Een grond van later.", ["article"] = "Nieuwe regeling, artikel 1", ["hearing"] = false });
        });
        await fixture.Host.DisposeAsync();
        await fixture.StartAsync($"--Policy:File={policy.File}");

        // When the first policy has the first reminder.
        fixture.Clock.SetUtcNow(Old.Terms.ReviewReminder.EndsAt(fixture.Clock.GetUtcNow(), Old.WorkingDays).AddHours(1));
        var reminder = await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"Herinnering, beslis: …initiatief {id}");
        using var reviewer = fixture.Host.NewVisitor();
        var page = await reviewer.OpenAsync(new Uri(reminder.Link).AbsolutePath);
        Assert.Contains(Old.RefusalReasons[0].Text, page.Text, StringComparison.Ordinal);
        Assert.Contains($"niet binnen {Old.Terms.Recovery}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"krijgt {Old.Terms.Answer} om te antwoorden", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Een grond van later.", page.Text, StringComparison.Ordinal);

        var kept = await fixture.Cases.GetAsync(id);
        Assert.Equal((Old.Version, Old.Version), (kept.PolicyVersion, kept.Rules?.Version));

        var later = await fixture.Town.ApplyAsync(Townspeople.Resident("nieuwe termijnen", "900"));
        var invitation = await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {later}");
        Assert.Contains("Na 23 werkdagen", invitation.Text, StringComparison.Ordinal);
        Assert.Equal("2026-2", (await fixture.Cases.GetAsync(later)).PolicyVersion);
    }
}
