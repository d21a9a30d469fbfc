using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Initiatives;

[Collection(nameof(OnStorage))]
public sealed class InitiativeTableTests(AppStorage storage)
{
    private readonly InitiativeTable _table = storage.Initiatives;
    private readonly ChangeFeedTable _feed = storage.Feed;

    [Fact]
    public async Task SaveDraft_New_IsReadBackWhole()
    {
        Assert.Equal(UnconfirmedSaved.Now, await SaveUnconfirmedAsync("T-1", "form"));

        Assert.Equivalent(Cases.Draft with { Id = "T-1" }, await _table.FindAsync("T-1", CancellationToken.None), strict: true);
        Assert.Equivalent(Cases.Application, await _table.GetApplicationAsync("T-1", CancellationToken.None), strict: true);
        Assert.Equal(Cases.Applicant, await _table.GetApplicantAsync("T-1", CancellationToken.None));
    }

    [Fact]
    public async Task SaveDraft_SameForm_OverwritesUntilItWasSent()
    {
        await SaveUnconfirmedAsync("T-2", "form");
        Assert.Equal(UnconfirmedSaved.Now, await SaveUnconfirmedAsync("T-2", "form", "Tweede versie"));
        Assert.Equal("Tweede versie", (await _table.GetAsync("T-2", CancellationToken.None)).Title);

        await ChangeAsync("T-2", "submitted", current => current.MoveTo(InitiativeState.Submitted));

        Assert.Equal(UnconfirmedSaved.AlreadySent, await SaveUnconfirmedAsync("T-2", "form", "Derde versie"));
        Assert.Equal(UnconfirmedSaved.ReferenceTaken, await SaveUnconfirmedAsync("T-2", "another form"));
        Assert.Equal("Tweede versie", (await _table.GetAsync("T-2", CancellationToken.None)).Title);
    }

    [Fact]
    public async Task SaveDraft_AnotherAddress_CountsFromThenOn()
    {
        Assert.Null(await AddressSinceAsync("eerste@bewoner.example", minute: 0));
        Assert.Null(await AddressSinceAsync("eerste@bewoner.example", minute: 1));
        Assert.Equal(Cases.ReceivedAt.AddMinutes(2), await AddressSinceAsync("tweede@bewoner.example", minute: 2));
        Assert.Equal(Cases.ReceivedAt.AddMinutes(2), await AddressSinceAsync("tweede@bewoner.example", minute: 3));
        Assert.Equal(Cases.ReceivedAt.AddMinutes(4), await AddressSinceAsync("eerste@bewoner.example", minute: 4));

        async Task<DateTimeOffset?> AddressSinceAsync(string email, int minute)
        {
            var drafted = new InitiativeEvent("drafted", InitiativeEventKind.Drafted, Cases.ReceivedAt.AddMinutes(minute), Actor.Applicant);
            var draft = new UnconfirmedApplication("form", Cases.Draft with { Id = "T-11" }, Cases.Application, Cases.Applicant with { Email = email });
            Assert.Equal(UnconfirmedSaved.Now, await _table.SaveUnconfirmedAsync(draft, drafted, CancellationToken.None));
            return (await _table.GetAsync("T-11", CancellationToken.None)).AddressSince;
        }
    }

    [Fact]
    public async Task SaveDraft_ReferenceOfAnotherForm_IsTaken()
    {
        await SaveUnconfirmedAsync("T-3", "form");

        Assert.Equal(UnconfirmedSaved.ReferenceTaken, await SaveUnconfirmedAsync("T-3", "another form", "Van een ander"));
        Assert.Equal(Cases.Draft.Title, (await _table.GetAsync("T-3", CancellationToken.None)).Title);
    }

    [Fact]
    public async Task SaveDraft_TwentyFormsOnOneReference_OneGetsIt()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => SaveUnconfirmedAsync("T-4", $"form {number}")));

        Assert.Single(saved, outcome => outcome == UnconfirmedSaved.Now);
        Assert.Equal(19, saved.Count(outcome => outcome == UnconfirmedSaved.ReferenceTaken));
    }

    [Fact]
    public async Task Change_SameKeyAgain_FindsWhatTheFirstDid()
    {
        await storage.PutAsync(Cases.InReview with { Id = "T-5" });

        var first = await ChangeAsync("T-5", "step", current => current with { Title = "Eerste" });
        var second = await ChangeAsync("T-5", "step", current => current with { Title = "Tweede" }, minute: 5);

        Assert.Equal("Eerste", Assert.IsType<Saved.Now>(first).Initiative.Title);
        var before = Assert.IsType<Saved.Before>(second);
        Assert.Equal(("Eerste", Cases.ReceivedAt), (before.Initiative.Title, before.Event.At));
    }

    [Fact]
    public async Task Change_NotAllowedInThisState_IsTooLateAndLeavesNoTrace()
    {
        await storage.PutAsync(Cases.InReview with { Id = "T-6" });

        var saved = await ChangeAsync("T-6", "step", _ => null);

        Assert.Equal(InitiativeState.InReview, Assert.IsType<Saved.TooLate>(saved).Initiative.State);
        Assert.Null(await _table.FindEventAsync("T-6", "step", CancellationToken.None));
        Assert.IsType<Saved.Now>(await ChangeAsync("T-6", "step", current => current));
    }

    [Fact]
    public async Task Change_TwentyDifferentKeysAtOnce_AllLand()
    {
        await storage.PutAsync(Cases.CouncilWindow with { Id = "T-7" });

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => ChangeAsync("T-7", $"called-in-{number}", current => current.CallIn($"{number}", "Waarom niet?"))));

        Assert.All(saved, outcome => Assert.IsType<Saved.Now>(outcome));
        var members = (await _table.GetAsync("T-7", CancellationToken.None)).CalledInBy;
        Assert.Equal(Enumerable.Range(0, 20), members.Select(int.Parse).Order());
        Assert.Equal(22, (await _table.GetEventsAsync("T-7", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Change_OneKeyTwentyTimesAtOnce_HappensOnce()
    {
        await storage.PutAsync(Cases.CouncilWindow with { Id = "T-8" });

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => ChangeAsync("T-8", "called-in", current => current.CallIn($"{number}", "Waarom niet?"))));

        var first = Assert.Single(saved.OfType<Saved.Now>());
        Assert.Equal(19, saved.OfType<Saved.Before>().Count());
        Assert.Equal(first.Initiative.CalledInBy, (await _table.GetAsync("T-8", CancellationToken.None)).CalledInBy);
    }

    [Fact]
    public async Task Change_News_StandsInTheFeedOnceHoweverOftenTheStepRuns()
    {
        await storage.PutAsync(Cases.InReview with { Id = "T-9" });
        var after = await _feed.GetNewestAsync(CancellationToken.None);

        await ChangeAsync("T-9", "decided", current => current, kind: InitiativeEventKind.Granted);
        await ChangeAsync("T-9", "decided", current => current, kind: InitiativeEventKind.Granted);
        await ChangeAsync("T-9", "reserved", current => current, kind: InitiativeEventKind.Reserved);
        await ChangeAsync("T-9", "withdrawn", _ => null, kind: InitiativeEventKind.Withdrawn);

        var entry = Assert.Single(await _feed.ReadAsync(after, after + 10, CancellationToken.None));
        Assert.Equal(new FeedEntry(after + 1, "T-9", "decided"), entry);
    }

    [Fact]
    public async Task GetEvents_SeveralSteps_AreInOrder()
    {
        await storage.PutAsync(Cases.InReview with { Id = "T-10" });
        await ChangeAsync("T-10", "z-first", current => current, minute: 1);
        await ChangeAsync("T-10", "a-last", current => current, minute: 3);
        await ChangeAsync("T-10", "m-middle", current => current, minute: 2);

        var events = await _table.GetEventsAsync("T-10", CancellationToken.None);

        Assert.Equal(["drafted", "put", "z-first", "m-middle", "a-last"], events.Select(happened => happened.Key));
    }

    [Fact]
    public async Task Get_UnknownReference_SaysWhichOne()
    {
        Assert.Null(await _table.FindAsync("T-none", CancellationToken.None));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _table.GetAsync("T-none", CancellationToken.None));
        Assert.Contains("T-none", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ChangeAsync("T-none", "step", current => current));
    }

    private Task<UnconfirmedSaved> SaveUnconfirmedAsync(string id, string formId, string? title = null) => _table.SaveUnconfirmedAsync(
        new UnconfirmedApplication(formId, Cases.Draft with { Id = id, Title = title ?? Cases.Draft.Title }, Cases.Application, Cases.Applicant),
        new InitiativeEvent("drafted", InitiativeEventKind.Drafted, Cases.ReceivedAt, Actor.Applicant),
        CancellationToken.None);

    private Task<Saved> ChangeAsync(
        string id, string key, Func<Initiative, Initiative?> change, int minute = 0, InitiativeEventKind kind = InitiativeEventKind.CalledIn) =>
        _table.ChangeAsync(
            id, new InitiativeEvent(key, kind, Cases.ReceivedAt.AddMinutes(minute), Actor.Workflow), change, CancellationToken.None);
}
