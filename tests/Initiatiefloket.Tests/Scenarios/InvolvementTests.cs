using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Whoever may decide without a place on the panel can say that they are involved too (Awb 2:4).</summary>
public sealed class InvolvementTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly Actor Ellen = Actor.Reviewer("welzijn");
    private const string Declare = "Ik ben betrokken en beslis niet";

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task SilentReviewer_WhoseDeputyTookOver_DecidesNoMoreAndGetsNoPlaceBack()
    {
        var id = await SilentAsync("stil en betrokken", days: 14);
        using var reviewer = fixture.Host.NewVisitor();
        var page = await reviewer.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, $"Uw vervanger is gevraagd: …initiatief {id}")).Link);
        var asked = await reviewer.PressAsync(page, Declare);
        Assert.EndsWith("Dan beslist u niet.", Assert.Single(asked.Errors), StringComparison.Ordinal);

        var declared = await reviewer.PressAsync(asked, Declare, ("betrokken", "true"));
        await reviewer.PressAsync(page, Declare, ("betrokken", "true"));

        Assert.Contains("Overgedragen aan Youssef Amrani, omdat u betrokken bent", declared.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Elke maand koken wij", declared.Text, StringComparison.Ordinal);
        Assert.Empty(declared.Buttons);
        var panel = (await Cases.GetAsync(id)).Panel;
        Assert.Equal(Actor.Reviewer("jeugd"), Assert.Single(panel.Seats));
        Assert.Equal(Ellen, Assert.Single(panel.InvolvedOthers));
        Assert.False(panel.MayTakePlace(Ellen));
        Assert.Single(await Cases.EventsAsync(id), $"involved-{Ellen}");
        await fixture.Town.DeclineAsync(Townspeople.SecondReviewer, id);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
    }

    [Fact]
    public async Task Coordinator_WhoWasAskedToDecide_IsAskedToFindSomebodyFromThenOn()
    {
        var id = await SilentAsync("stadhuis", days: 20);
        using var coordinator = fixture.Host.NewVisitor();
        var page = await coordinator.OpenAsync(
            (await Post.WaitForAsync(Townspeople.Coordinator, $"Beslis zelf of spreek de collega aan: …initiatief {id}")).Link);
        Assert.Contains("Youssef Amrani beslist.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Draag de plaats over", (await coordinator.PressAsync(page, "Open de zaak bij het loket")).Buttons);

        var declared = await coordinator.PressAsync(page, Declare, ("betrokken", "true"));

        Assert.Contains("U bent betrokken bij dit initiatief.", declared.Text, StringComparison.Ordinal);
        Assert.Empty(declared.Buttons);
        Assert.Single(await Cases.EventsAsync(id), "involved-coordinator");
        fixture.Clock.Advance(TimeSpan.FromDays(7));
        await Post.WaitForAsync(Townspeople.Coordinator, $"Spreek de collega aan: {id}");
        await fixture.Town.DeclineAsync(Townspeople.SecondReviewer, id);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
    }

    private async Task<string> SilentAsync(string about, int days)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident(about));
        await Cases.MailedAsync(id, $"review-1-invite-{Ellen}");
        fixture.Clock.Advance(TimeSpan.FromDays(days));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        return id;
    }
}
