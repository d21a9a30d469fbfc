using System.Net;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A case that nobody decided stays with the coordinator, with its money, until somebody does.</summary>
public sealed class TakingUpTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Button = "Pak de zaak weer op";

    // Longer than the 71 working days of all reminders can last.
    private static readonly TimeSpan AllReminders = TimeSpan.FromDays(115);

    private Town Town => fixture.Town;

    private StoredCases Cases => fixture.Cases;

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Review_ThatNobodyDecidedTwice_IsOnTopOfTheOverviewAndDecidedAYearLater()
    {
        var proposal = Townspeople.Resident("bleef liggen", "1.200");
        var id = await Town.ApplyAsync(proposal);
        await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}");

        // First so long that the deputy has the place: from then on nobody changes it any more.
        fixture.Clock.Advance(TimeSpan.FromDays(24));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        fixture.Clock.Advance(AllReminders);
        await Cases.MailedAsync(id, "left-to-desk-coordinator");
        var later = Townspeople.Resident("van later", "900");
        await Cases.MailedAsync(await Town.ApplyAsync(later), "review-1-invite-reviewer:welzijn");
        using var coordinator = fixture.Host.NewVisitor();

        var overview = await Town.OpenOverviewAsync(coordinator, await fixture.OverviewLinkAsync(Actor.Coordinator), Townspeople.Coordinator);
        Assert.True(
            overview.Text.IndexOf(proposal.Title, StringComparison.Ordinal) < overview.Text.IndexOf(later.Title, StringComparison.Ordinal),
            "What nobody decided stands above what is new.");
        Assert.Contains("het loket: niemand besliste", overview.Text, StringComparison.Ordinal);

        var page = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        var unticked = await coordinator.PressAsync(page, Button);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unticked.Status);
        Assert.Equal("Zet een vinkje als de zaak weer opgepakt wordt.", Assert.Single(unticked.Errors));
        Assert.Equal(InitiativeState.LeftToDesk, (await Cases.GetAsync(id)).State);

        await fixture.Host.Workflows.WaitForInstanceCompletionAsync(id);
        var taken = await coordinator.PressAsync(page, Button, ("oppakken", "true"));
        Assert.DoesNotContain(Button, taken.Buttons);
        await coordinator.PressAsync(page, Button, ("oppakken", "true"));
        await Cases.MailedAsync(id, "review-2-invite-coordinator");
        fixture.Clock.Advance(AllReminders);
        await Cases.MailedAsync(id, "left-to-desk-coordinator-1");

        fixture.Clock.Advance(TimeSpan.FromDays(365));
        await TakeUpAsync(fixture, id);
        await Cases.MailedAsync(id, "review-3-invite-coordinator");
        await Town.ApproveAsync(Townspeople.Coordinator, id, "1.000");
        await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Equal(Euro.Whole(1000), (await Cases.ClaimBecomesAsync(id, ClaimState.Granted)).Allocation!.Total);
        Assert.Contains("€\u00A01.000,00", await fixture.ReadLetterAsync(proposal.Email, id), StringComparison.Ordinal);
        Assert.Equal(["taken-up", "taken-up-1"], (await Cases.EventsAsync(id)).Where(key => key.StartsWith("taken-up", StringComparison.Ordinal)));
    }

    internal static async Task TakeUpAsync(TownFixture fixture, string id)
    {
        await fixture.Host.Workflows.WaitForInstanceCompletionAsync(id);
        using var coordinator = fixture.Host.NewVisitor();
        var page = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        await fixture.Town.ConfirmAsync(coordinator, await coordinator.PressAsync(page, Button, ("oppakken", "true")), Townspeople.Coordinator);
    }
}
