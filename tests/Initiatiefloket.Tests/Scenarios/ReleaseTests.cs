using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The town lends its name to no words of strangers: what an applicant typed is shown to others only after somebody of the town looked at it.</summary>
public sealed class ReleaseTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Title = "Gratis 500 euro op www.nep-gemeente.example";
    private const string Plan = "Ga naar www.nep-gemeente.example en vul uw pincode in.";

    private Town Town => fixture.Town;

    [Fact]
    public async Task Words_OfAnApplicant_ReachNeighboursOnlyWhileTheyAreReleased()
    {
        var (id, share) = await ApplyAsync("vrij en weer niet");
        await AssertHiddenAsync(share, "een@buren.example", id);

        await Town.ReleaseAsync(Townspeople.Reviewer, id);
        Assert.Equal(Title, (await OpenAsync(share)).Heading);
        var mail = await AskAsync(share, "twee@buren.example");
        Assert.Contains(Title, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(Title, (await OpenAsync(mail.Link)).Text, StringComparison.Ordinal);

        await Town.ReleaseAsync(Townspeople.Reviewer, id, takesBack: true);
        await AssertHiddenAsync(share, "drie@buren.example", id);
        Assert.DoesNotContain(Title, (await OpenAsync(mail.Link)).Document.DocumentElement.TextContent, StringComparison.Ordinal);
        var events = await fixture.Cases.EventsAsync(id);
        Assert.Single(events, key => key.StartsWith($"{InitiativeEventKind.Released}-", StringComparison.Ordinal));
        Assert.Single(events, key => key.StartsWith($"{InitiativeEventKind.ReleaseTakenBack}-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Grant_StandsInTheListOnlyWhileItIsReleased()
    {
        var (id, _) = await ApplyAsync("in de lijst");
        using var reviewer = fixture.Host.NewVisitor();
        var page = await reviewer.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "900");
        await fixture.Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.DoesNotContain(Title, await SeenByTheNextAsync("volgende"), StringComparison.Ordinal);

        await Town.ReleaseAsync(reviewer, page);
        Assert.Contains(Title, await SeenByTheNextAsync("daarna"), StringComparison.Ordinal);

        await Town.ReleaseAsync(reviewer, await reviewer.OpenAsync(page.Address.ToString()), takesBack: true);
        Assert.DoesNotContain(Title, await SeenByTheNextAsync("tot slot"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinator_MayReleaseAtTheDesk()
    {
        var (_, share) = await ApplyAsync("via het loket", "Plan dat het loket vrijgeeft");
        using var coordinator = fixture.Host.NewVisitor();
        await coordinator.PressAsync(await coordinator.OpenAsync("/link-kwijt"), "Stuur mij een mail", ("email", Townspeople.Coordinator));
        var mail = await fixture.Host.Post.WaitForAsync(Townspeople.Coordinator, "Uw initiatieven bij het initiatiefloket");
        var desk = await coordinator.FollowAsync(
            await fixture.Town.OpenOverviewAsync(coordinator, mail.Link, Townspeople.Coordinator), "Plan dat het loket vrijgeeft");

        await Town.ReleaseAsync(coordinator, desk);

        Assert.Contains("Buren kunnen de titel en het plan lezen.", (await coordinator.OpenAsync(desk.Address.ToString())).Text, StringComparison.Ordinal);
        Assert.Equal("Plan dat het loket vrijgeeft", (await OpenAsync(share)).Heading);
    }

    [Fact]
    public async Task Button_WithoutTheTick_ReleasesNothing()
    {
        var (id, _) = await ApplyAsync("zonder vinkje");
        using var scanner = fixture.Host.NewVisitor();
        var page = await scanner.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link);

        var pressed = await scanner.PressAsync(await scanner.OpenAsync(page.LinkTo("Laat buren dit lezen")), "Laat buren dit lezen");

        Assert.Equal(["Zet een vinkje als u het zeker weet."], pressed.Errors);
        Assert.False((await fixture.Cases.GetAsync(id)).IsReleased);
    }

    private async Task<(string Id, string Share)> ApplyAsync(string about, string title = Title)
    {
        var proposal = Townspeople.Resident(about) with { Title = title, Plan = Plan };
        var id = await Town.ApplyAsync(proposal);
        return (id, (await Town.OpenAsync(proposal.Email, $"aanvraag {id} ontvangen")).LinkTo("/steun/"));
    }

    private async Task AssertHiddenAsync(string share, string neighbour, string id)
    {
        var page = await OpenAsync(share);
        Assert.Equal($"Initiatief {id}", page.Heading);
        var mail = await AskAsync(share, neighbour);
        var mine = await OpenAsync(mail.Link);
        Assert.Contains(id, mail.Subject, StringComparison.Ordinal);
        Assert.All(
            (string[])[page.Document.DocumentElement.OuterHtml, mail.Subject, mail.Text!, mail.Html!, mine.Document.DocumentElement.OuterHtml],
            text => Assert.DoesNotContain("nep-gemeente", text, StringComparison.Ordinal));
    }

    private async Task<MailSeen> AskAsync(string share, string neighbour)
    {
        using var visitor = fixture.Host.NewVisitor();
        await visitor.PressAsync(
            await visitor.OpenAsync(share), "Stuur mij de mail", ("naam", "Anna"), ("straat", "Lindestraat"), ("email", neighbour));
        return await fixture.Host.Post.WaitForAsync(neighbour, "Bevestig uw steun");
    }

    private async Task<PageSeen> OpenAsync(string address)
    {
        using var visitor = fixture.Host.NewVisitor();
        return await visitor.OpenAsync(address);
    }

    // Whoever fills in the form for the same neighbourhood and theme is told what is there already.
    private async Task<string> SeenByTheNextAsync(string about)
    {
        using var next = fixture.Host.NewVisitor();
        var seen = "";
        await Townspeople.Resident(about).ReachCheckAsync(await next.OpenAsync("/aanvragen"), async (page, button, fields) =>
        {
            var onward = await next.PressAsync(page, button, fields);
            seen += onward.Text;
            return onward;
        });
        return seen;
    }
}
