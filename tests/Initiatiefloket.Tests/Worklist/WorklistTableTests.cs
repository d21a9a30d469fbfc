using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Worklist;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.Tests.Worklist;

/// <summary>The kept lines, on storage. Each test has a word of its own, since all share the list.</summary>
[Collection(nameof(OnStorage))]
public sealed class WorklistTableTests(AppStorage storage)
{
    private readonly WorklistTable _table = new(storage.Tables);

    private WorklistKeeper Keeper => new(_table, Cases.Policy);

    private InitiativeTable Followed => new(storage.Tables, storage.Feed, [Keeper]);

    [Fact]
    public async Task Follow_EachChange_KeepsTheLineRight()
    {
        await PutAsync(Cases.InReview with { Id = "WL-1", Title = "Volgen" });
        Assert.Equal((InitiativeState.InReview, "Truus Wolters", null), Seen(await FindAsync("WL-1")));

        await ChangeAsync("WL-1", "asked", InitiativeEventKind.QuestionAsked, current => Cases.Questioned with { Id = current.Id, Title = current.Title });
        Assert.Equal([WaitsFor.Applicant], (await FindAsync("WL-1"))!.WaitsOn);

        await ChangeAsync("WL-1", "refused", InitiativeEventKind.MailRefused, current => current, Actor.Applicant.ToString());
        Assert.True((await FindAsync("WL-1"))!.IsMailFailed);
        await ChangeAsync("WL-1", "corrected", InitiativeEventKind.ContactCorrected, current => current);
        Assert.False((await FindAsync("WL-1"))!.IsMailFailed);

        await ChangeAsync("WL-1", "rejected", InitiativeEventKind.Rejected, current => Cases.In(InitiativeState.Rejected) with { Id = current.Id, Title = current.Title });
        Assert.Null(await FindAsync("WL-1"));
        Assert.Equal((InitiativeState.Rejected, "Truus Wolters", Cases.AskedAt), Seen(Assert.Single(await SearchAsync("volg"))));
    }

    [Fact]
    public async Task Put_OfWhatStandsThere_WritesNothing()
    {
        var running = await PutAsync(Cases.InReview with { Id = "WP-1" });
        var ended = await PutAsync(Cases.In(InitiativeState.Granted) with { Id = "WP-2", Title = "Nietszeggend" });

        Assert.False(await Keeper.PutAsync(Followed, running, CancellationToken.None));
        Assert.False(await Keeper.PutAsync(Followed, ended, CancellationToken.None));
    }

    [Fact]
    public async Task Put_ACaseThatWasTakenUpAgain_StandsOnceWhereItBelongs()
    {
        await PutAsync(Cases.In(InitiativeState.Withdrawn) with { Id = "WU-1", Title = "Heropend" });
        Assert.Single(await SearchAsync("heropend"));

        await Keeper.PutAsync(Followed, Cases.InReview with { Id = "WU-1", Title = "Heropend" }, CancellationToken.None);

        Assert.Empty(await SearchAsync("heropend"));
        Assert.NotNull(await FindAsync("WU-1"));
    }

    [Fact]
    public async Task Erase_ACase_LeavesNothingOfIt()
    {
        await PutAsync(Cases.InReview with { Id = "WE-1" });
        await PutAsync(Cases.In(InitiativeState.Granted) with { Id = "WE-2", Title = "Uitgewist" });

        foreach (var id in new[] { "WE-1", "WE-2", "WE-2", "WE-3" })
        {
            await _table.EraseAsync(id, CancellationToken.None);
        }

        Assert.Null(await FindAsync("WE-1"));
        Assert.Empty(await SearchAsync("uitgewist"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // lines from before they stood by filter are still to be taken
    public async Task Ended_PageByPage_TellsAllOnceNewestFirst(bool isFilled)
    {
        await _table.SetFilledAsync(new WorklistFilled(After: null, isFilled) { Shape = WorklistFilled.ShapeOfToday }, CancellationToken.None);
        foreach (var number in Enumerable.Range(1, 5))
        {
            var item = WorkItem.Of(Cases.In(InitiativeState.Granted) with { Id = $"WN-{number}", Title = "Bladeren" }, Cases.Policy);
            await _table.PutAsync(item with { EndedAt = Cases.AskedAt.AddHours(number), BandId = "bladeren" }, CancellationToken.None);
        }

        var filters = new WorkFilters { BandId = "bladeren" };
        var first = await _table.ListEndedAsync(filters, after: null, most: 3, CancellationToken.None);
        var rest = await _table.ListEndedAsync(filters, new PlaceAmongEnded(first[^1].EndedAt!.Value, first[^1].Id).Key, most: 3, CancellationToken.None);

        Assert.Equal(["WN-5", "WN-4", "WN-3"], first.Select(item => item.Id));
        Assert.Equal(["WN-2", "WN-1"], rest.Select(item => item.Id));
        Assert.Equal(5, (await _table.ListEndedAsync(filters with { State = InitiativeState.Granted }, after: null, most: 9, CancellationToken.None)).Count);
        Assert.Empty(await _table.ListEndedAsync(filters with { State = InitiativeState.Rejected }, after: null, most: 9, CancellationToken.None));
        Assert.Equal(5, (await SearchAsync("blad wn")).Count);
        Assert.Empty(await SearchAsync("bladeren elders"));
    }

    [Fact]
    public async Task Ended_AnotherThemeThanBefore_StandsByThatOneOnly()
    {
        await _table.SetFilledAsync(new WorklistFilled(After: null, IsWhole: true) { Shape = WorklistFilled.ShapeOfToday }, CancellationToken.None);
        var item = WorkItem.Of(Cases.In(InitiativeState.Granted) with { Id = "WF-1", Title = "Verhuisd" }, Cases.Policy) with { EndedAt = Cases.AskedAt };
        await _table.PutAsync(item with { ThemeId = "eerst" }, CancellationToken.None);
        await _table.PutAsync(item with { ThemeId = "later" }, CancellationToken.None);

        Assert.Empty(await _table.ListEndedAsync(new WorkFilters { ThemeId = "eerst" }, after: null, most: 9, CancellationToken.None));
        Assert.Equal("WF-1", Assert.Single(await _table.ListEndedAsync(new WorkFilters { ThemeId = "later" }, after: null, most: 9, CancellationToken.None)).Id);
        await _table.EraseAsync("WF-1", CancellationToken.None);
        Assert.Empty(await _table.ListEndedAsync(new WorkFilters { ThemeId = "later" }, after: null, most: 9, CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_AfterACrash_PutsOnTheListWhatItMissed()
    {
        var lists = new CaseListTable(storage.Tables);
        await storage.PutAsync(Cases.InReview with { Id = "WS-1" });
        await storage.PutAsync(Cases.In(InitiativeState.Rejected) with { Id = "WS-2", Title = "Vroeger" });
        await lists.AddAsync(Actor.Coordinator, "WS-1", CancellationToken.None);
        await lists.AddAsync(Actor.Coordinator, "WS-2", CancellationToken.None);
        await lists.EndAsync(Actor.Coordinator, "WS-2", Cases.AskedAt, CancellationToken.None);
        await _table.SetFilledAsync(new WorklistFilled(After: null, IsWhole: true), CancellationToken.None); // of lines as they were
        await _table.PutAsync(WorkItem.Of(Cases.InReview with { Id = "WS-2", Title = "Vroeger" }, Cases.Policy), CancellationToken.None);
        var sweep = new WorklistSweep(_table, Keeper, lists, storage.Initiatives, NullLogger<WorklistSweep>.Instance);

        await sweep.Run(new TimerInfo(), CancellationToken.None);
        await sweep.Run(new TimerInfo(), CancellationToken.None);

        Assert.NotNull(await FindAsync("WS-1"));
        Assert.Null(await FindAsync("WS-2"));
        Assert.Single(await SearchAsync("vroeger"));
        Assert.True((await _table.GetFilledAsync(CancellationToken.None)).IsWhole);
    }

    private static (InitiativeState State, string Applicant, DateTimeOffset? EndedAt) Seen(WorkItem? item) => (item!.State, item.Applicant, item.EndedAt);

    private async Task<Initiative> PutAsync(Initiative initiative)
    {
        await storage.PutAsync(initiative);
        await Keeper.PutAsync(Followed, initiative, CancellationToken.None);
        return initiative;
    }

    private async Task ChangeAsync(string id, string key, InitiativeEventKind kind, Func<Initiative, Initiative?> change, string? note = null) => Assert.IsType<Saved.Now>(
        await Followed.ChangeAsync(id, new InitiativeEvent(key, kind, Cases.AskedAt, Actor.Workflow, note), change, CancellationToken.None));

    private async Task<WorkItem?> FindAsync(string id) =>
        (await _table.ListOpenAsync(WorklistViews.MostOpen, CancellationToken.None)).SingleOrDefault(item => item.Id == id);

    private async Task<IReadOnlyList<WorkItem>> SearchAsync(string text)
    {
        var (places, _) = await _table.SearchEndedAsync(SearchWords.Typed(text), new WorkFilters(), CancellationToken.None);
        return await _table.GetEndedAsync(places, CancellationToken.None);
    }
}
