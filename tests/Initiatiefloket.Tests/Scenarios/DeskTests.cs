using System.Net;
using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The watch over the legal dates, and what the coordinator does on the page of a case. Each test withdraws its cases.</summary>
public sealed class DeskTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Subject = "Beslistermijnen: ";

    private static Policy Policy { get; } = PolicyFile.Load(PolicyDraft.DefaultFile);

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Overdue_ComesFirstInTheMailAndComesBackAndCostsMoneyAfterANotice()
    {
        var (first, firstId) = await ApplyAsync("te laat");
        fixture.Clock.Advance(TimeSpan.FromDays(7));
        var (second, secondId) = await ApplyAsync("bijna te laat");
        await CallDeputiesAsync(firstId, secondId);

        var decideBy = await DecideByAsync(firstId);
        await WatchAsync(decideBy);
        var mail = await Post.WaitForAsync(Townspeople.Coordinator, $"{Subject}1 te laat, 1 bijna");
        Assert.True(
            mail.Text!.IndexOf(first.Title, StringComparison.Ordinal) < mail.Text.IndexOf(second.Title, StringComparison.Ordinal));
        Assert.Contains("ingebrekestelling (Awb 4:17)", mail.Text, StringComparison.Ordinal);
        await Post.WaitForAsync(await DeciderOfAsync(firstId), $"TE LAAT: beslis over {firstId}");

        using var coordinator = fixture.Host.NewVisitor();
        var page = await coordinator.OpenAsync(mail.Links.First(link => link.Contains("/zaak/", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.Buttons, button => button.StartsWith("Verleng", StringComparison.Ordinal));
        var early = await coordinator.PressAsync(page, "Leg de ingebrekestelling vast", NoticeOn(decideBy));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("kwam te vroeg", Assert.Single(early.Errors), StringComparison.Ordinal);
        var noted = await coordinator.PressAsync(page, "Leg de ingebrekestelling vast", NoticeOn(decideBy.AddDays(1)));
        Assert.Contains($"Is er op {decideBy.AddDays(16).InWords()} nog geen besluit", noted.Text, StringComparison.Ordinal);
        await coordinator.PressAsync(page, "Leg de ingebrekestelling vast", NoticeOn(decideBy.AddDays(1)));
        Assert.Single(await fixture.Cases.EventsAsync(firstId), key => key.StartsWith("default-notice", StringComparison.Ordinal));

        await WatchAsync(Policy.WorkingDays.Add(decideBy, 1));
        await Post.WaitForAsync(await DeciderOfAsync(firstId), $"ingebrekestelling ontvangen: beslis over {firstId}");
        mail = await Post.WaitForAsync(Townspeople.Coordinator, $"{Subject}1 te laat", number: 2);
        Assert.Contains("€\u00A023,00 per dag", mail.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Title, mail.Text, StringComparison.Ordinal);

        await fixture.Town.WithdrawAsync(first.Email, firstId);
        await fixture.Town.WithdrawAsync(second.Email, secondId);
        var ended = await coordinator.PressAsync(
            await coordinator.OpenAsync(page.Address.ToString()), "Verbeter de datum", NoticeOn(decideBy.AddDays(2)));
        Assert.Empty(ended.Errors);
        Assert.Contains($"op {decideBy.AddDays(2).InWords()} in gebreke gesteld en de aanvraag op", ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CasePage_ExtendsOnceTellsTheApplicantAndHandsTheSeatOver()
    {
        var (proposal, id) = await ApplyAsync("meer tijd");
        await CallDeputiesAsync(id);
        var before = (await Post.AboutAsync(Townspeople.Coordinator, Subject)).Count;
        await WatchAsync((await DecideByAsync(id)).AddDays(-7));
        var mail = await Post.WaitForAsync(Townspeople.Coordinator, Subject, before + 1);
        using var coordinator = fixture.Host.NewVisitor();
        var page = await coordinator.OpenAsync(mail.Link);
        Assert.Contains("Truus Wolters", page.Text, StringComparison.Ordinal);

        var later = Deadline.Of(await fixture.Cases.GetAsync(id), Policy, LocalTime.DayOf(fixture.Clock.GetUtcNow())).ExtendedTo!.Value;
        var button = $"Verleng tot en met {later.InWords()}";
        var empty = await coordinator.PressAsync(page, button, ("reden", " "));
        Assert.Equal("Vul in waarom u meer tijd nodig heeft. De aanvrager leest dit in de mail.", Assert.Single(empty.Errors));
        var extended = await coordinator.PressAsync(page, button, ("reden", "Wij wachten op een advies."));
        Assert.Contains("al verlengd. Dat kan maar één keer (Awb 4:14)", extended.Text, StringComparison.Ordinal);
        Assert.Empty((await coordinator.PressAsync(page, button, ("reden", "Nog een keer."))).Errors);
        var told = await Post.WaitForAsync(proposal.Email, $"Wij hebben meer tijd nodig voor uw aanvraag {id}");
        Assert.Contains("Wij wachten op een advies.", told.Text!, StringComparison.Ordinal);
        Assert.Contains(later.InWordsWithWeekday(), told.Text!, StringComparison.Ordinal);
        Assert.Equal(later, await DecideByAsync(id));
        Assert.Single(await Post.AboutAsync(proposal.Email, "Wij hebben meer tijd nodig"));

        var seat = (await fixture.Cases.GetAsync(id)).Panel.Seats[0].ToString();
        var decider = await DeciderOfAsync(id);
        var oldLink = (await Post.WaitForAsync(decider, id)).Link;
        Assert.Equal(2, (await coordinator.PressAsync(extended, "Draag de plaats over", ("van", "iemand"), ("naar", seat))).Errors.Count);
        var handedOver = await coordinator.PressAsync(extended, "Draag de plaats over", ("van", seat), ("naar", "reviewer:gezondheid"));
        Assert.Contains("gaf de plaats aan Sanne Velthuis: de coördinator wilde dat.", handedOver.Text, StringComparison.Ordinal);
        Assert.Empty((await coordinator.PressAsync(extended, "Draag de plaats over", ("van", seat), ("naar", "reviewer:gezondheid"))).Errors);
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:gezondheid");
        await Post.WaitForAsync(decider, $"Sanne Velthuis beslist nu: …initiatief {id}");
        using var former = fixture.Host.NewVisitor();
        Assert.DoesNotContain("Ken toe", (await former.OpenAsync(oldLink)).Buttons);
        await fixture.Town.DeclineAsync("s.velthuis@oldenzaal.example", id);
        await fixture.Cases.ReachAsync(id, InitiativeState.Rejected);
    }

    private async Task<(Proposal Proposal, string Id)> ApplyAsync(string about)
    {
        var proposal = Townspeople.Resident(about);
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        return (proposal, id);
    }

    /// <summary>Lets the reviewers be silent until their deputies have their places: from then on nobody changes them any more.</summary>
    private async Task CallDeputiesAsync(params string[] ids)
    {
        // Not so many days: the clock is where the other test left it, and May has many on which the town hall is closed.
        fixture.Clock.SetUtcNow(Policy.Terms.ReviewDeputy.EndsAt(fixture.Clock.GetUtcNow(), Policy.WorkingDays).AddHours(1));
        foreach (var id in ids)
        {
            await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        }
    }

    private async Task<DateOnly> DecideByAsync(string id) => (await fixture.Cases.GetAsync(id)).Clock!.DecideBy(Policy.WorkingDays);

    /// <summary>Address of whoever has to decide by now: silence may have given the place to a deputy.</summary>
    private async Task<string> DeciderOfAsync(string id)
    {
        var seat = (await fixture.Cases.GetAsync(id)).Panel.Seats[0];
        return Policy.ReviewerOf(seat)!.Email;
    }

    /// <summary>Moves to seven in the morning of the working day after this one, and waits until the watch has ended.</summary>
    private async Task WatchAsync(DateOnly after)
    {
        // One that a leap of the clock started would otherwise keep this morning's from starting.
        await WatchedAsync(watch => watch is null or { IsCompleted: true });
        var morning = LocalTime.StartOf(Policy.WorkingDays.Add(after, 1)).AddHours(7);
        fixture.Clock.SetUtcNow(morning);
        await WatchedAsync(watch => watch is { IsCompleted: true } && watch.CreatedAt >= morning);
    }

    private Task<string> WatchedAsync(Func<OrchestrationMetadata?, bool> isSo) => Eventually.FindAsync(
        "the end of the watch",
        async () => isSo(await fixture.Host.Workflows.GetInstanceAsync(DeadlineWatch.InstanceId)) ? DeadlineWatch.InstanceId : null);

    private static IReadOnlyList<(string Field, string Value)> NoticeOn(DateOnly day) =>
        [("ontvangen.day", $"{day.Day}"), ("ontvangen.month", $"{day.Month}"), ("ontvangen.year", $"{day.Year}")];
}
