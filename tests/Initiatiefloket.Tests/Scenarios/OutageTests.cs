using System.Net;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Storage or the mail service is out for a while.</summary>
public sealed class OutageTests(OutageFixture fixture) : IClassFixture<OutageFixture>
{
    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Storage_WhenDown_IsExplainedAndNothingIsHalfDone()
    {
        var (proposal, late) = (Townspeople.Resident("voor de storing"), Townspeople.Resident("tijdens de storing"));
        var id = await Town.ApplyAsync(proposal);
        using var resident = fixture.Host.NewVisitor();
        using var professional = fixture.Host.NewVisitor();
        using var newcomer = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, "ontvangen")).Link);
        var review = await professional.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, id)).Link);
        var form = await Town.ReachCheckAsync(newcomer, late);
        Task<PageSeen> DecideAsync() => professional.DecideAsync(review, "Ken toe", Decisions.Approval(review));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        var before = await Cases.VersionsAsync();

        await fixture.Azurite.StopAsync();
        PageSeen[] seen =
        [
            await resident.OpenAsync(status.Address.ToString()),
            await Town.SendAsync(newcomer, form, late),
            await DecideAsync(),
        ];
        await fixture.Azurite.StartAsync();

        Assert.All(seen, AssertExplains);
        Assert.Equal(before, await Cases.VersionsAsync());
        await Town.SendAsync(newcomer, form, late);
        await Post.WaitForAsync(late.Email, "Bevestig uw aanvraag");
        await DecideAsync();
        await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Equal("U krijgt geld voor uw initiatief", (await resident.OpenAsync(status.Address.ToString())).Heading);
    }

    [Fact]
    public async Task Storage_WhenDownAsATermEnds_DelaysTheCaseOnly()
    {
        var proposal = Townspeople.Resident("termijn in de storing", "4.000");
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");
        await Cases.MailedAsync(id, "council-raadslid-5");

        await fixture.Azurite.StopAsync();
        fixture.Clock.Advance(TimeSpan.FromDays(12));
        await fixture.Azurite.StartAsync();

        await fixture.PassTimeUntilAsync(
            "the grant", async () => (await Cases.GetAsync(id)).State == InitiativeState.Granted ? id : null);
        await fixture.PassTimeUntilAsync("the payment", async () => (await Cases.MailsAsync(id)).FirstOrDefault(mail => mail == "payment"));
        Assert.Single(await Post.AboutAsync(proposal.Email, $"Besluit over uw initiatief {id}"));
        Assert.Equal([LedgerEntryKind.Reserve, LedgerEntryKind.Grant], await Cases.EntriesAsync(id));
    }

    [Fact]
    public async Task Mail_WhenDown_ComesLaterAndOnce()
    {
        var proposal = Townspeople.Resident("post ligt stil");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");

        await fixture.FailMailsAsync(status: 503, times: 3);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");

        await fixture.PassTimeUntilAsync("the payment", async () => (await Cases.MailsAsync(id)).FirstOrDefault(mail => mail == "payment"));
        Assert.Single(await Post.AboutAsync(proposal.Email, $"Besluit over uw initiatief {id}"));
        Assert.Single(await Post.AboutAsync(Townspeople.Coordinator, $"Uitbetalen: {id}"));
    }

    [Fact]
    public async Task Mail_WhenDownAsAFormIsSent_AsksToTryAgainAndThenMailsOnce()
    {
        var proposal = Townspeople.Resident("bevestiging blijft uit");
        using var resident = fixture.Host.NewVisitor();
        var check = await Town.ReachCheckAsync(resident, proposal);

        // SendGrid's client tries once more by itself.
        await fixture.FailMailsAsync(status: 503, times: 2);
        AssertExplains(await Town.SendAsync(resident, check, proposal));
        Assert.Empty(await Post.ToAsync(proposal.Email));

        await Town.SendAsync(resident, check, proposal);
        await Town.ConfirmAsync(proposal.Email);
        Assert.Single(await Post.AboutAsync(proposal.Email, "Bevestig uw aanvraag"));
        Assert.Equal(1, await Cases.CountAsync(proposal.Title));
    }

    [Fact]
    public async Task Mail_WhenRefused_IsToldToTheCoordinatorAndTheCaseGoesOn()
    {
        var proposal = Townspeople.Resident("adres bestaat niet");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");

        await fixture.FailMailsAsync(status: 400, times: 1);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");

        var told = await Post.WaitForAsync(Townspeople.Coordinator, $"Mail niet bezorgd: {id}");
        Assert.Contains("Neem op een andere manier contact op", told.Text!, StringComparison.Ordinal);
        await Cases.MailedAsync(id, "payment");
        await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Contains("mail-refused-decision", await Cases.EventsAsync(id));
        Assert.Empty(await Post.AboutAsync(proposal.Email, $"Besluit over uw initiatief {id}"));

        // Decided, but not announced until the letter goes by post.
        using var resident = fixture.Host.NewVisitor();
        using var coordinator = fixture.Host.NewVisitor();
        var statusLink = (await Post.WaitForAsync(proposal.Email, "ontvangen")).Link;
        Assert.Contains("De brief krijgt u nog van ons.", (await resident.OpenAsync(statusLink)).Text, StringComparison.Ordinal);
        var desk = await coordinator.OpenAsync(told.Link);
        Assert.Contains("genomen maar niet bekendgemaakt", desk.Text, StringComparison.Ordinal);
        Assert.Single((await coordinator.PressAsync(desk, "Stuur de mail nog eens")).Errors);
        var day = fixture.Today;
        (string, string)[] fields = [("gepost.day", $"{day.Day}"), ("gepost.month", $"{day.Month}"), ("gepost.year", $"{day.Year}")];
        var noted = await coordinator.PressAsync(desk, "Leg de dag vast", fields);
        Assert.DoesNotContain("genomen maar niet bekendgemaakt", noted.Text, StringComparison.Ordinal);
        var policy = PolicyFile.Load(PolicyDraft.DefaultFile);
        var letter = (await coordinator.OpenAsync(noted.LinkTo("Open de brief"))).Document.Body!.TextContent;
        Assert.Contains(proposal.Name, letter, StringComparison.Ordinal);
        Assert.Contains(Objection.LastDay(day, policy.Terms.Objection, policy.WorkingDays).InWordsWithWeekday(), letter, StringComparison.Ordinal);
        Assert.Contains("Uw brief", (await resident.OpenAsync(statusLink)).Text, StringComparison.Ordinal);
    }

    private static void AssertExplains(PageSeen page)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("Het loket is even niet bereikbaar", page.Heading);
        Assert.Equal("60", page.Headers["Retry-After"]);
    }
}
