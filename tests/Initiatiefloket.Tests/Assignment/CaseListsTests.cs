using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Assignment;

[Collection(nameof(OnStorage))]
public sealed class CaseListsTests(AppStorage storage)
{
    private readonly CaseListTable _table = new(storage.Tables);

    private CaseLists Lists => new(_table, storage.Initiatives);

    [Fact]
    public async Task Read_List_TellsWhatRunsFromWhatIsOver()
    {
        var person = Actor.Reviewer("lijst-1");
        await AddAsync(person, Of("CL-1", person));
        await AddAsync(person, Of("CL-2", person));
        await AddAsync(person, Cases.In(InitiativeState.Rejected) with { Id = "CL-3" });
        await AddAsync(person, Of("CL-4", person).HandOver(new HandOver(1, person, Actor.Reviewer("jeugd"), HandOverReason.Absence, Cases.AskedAt, person))!);
        await _table.AddAsync(person, "CL-erased", CancellationToken.None);

        var list = await Lists.ReadAsync(person, CancellationToken.None);

        Assert.Equal(["CL-1", "CL-2"], list.Open.Select(initiative => initiative.Id).Order());
        Assert.Equal(["CL-3", "CL-4"], list.Ended.Select(ended => ended.Initiative.Id).Order());
        Assert.Equal(2, await Lists.CountWaitingAsync(person, CancellationToken.None));
        Assert.Null(await Lists.FindAsync(person, "CL-9", CancellationToken.None));
        Assert.Null(await Lists.FindAsync(person, "CL/9#?", CancellationToken.None));
        Assert.NotNull(await Lists.FindAsync(person, "CL-3", CancellationToken.None));
    }

    [Fact]
    public async Task Tidy_List_NotesWhatIsOverAndLosesNothing()
    {
        var person = Actor.Reviewer("lijst-2");
        foreach (var number in Enumerable.Range(1, 5))
        {
            await AddAsync(person, Cases.In(InitiativeState.Granted) with { Id = $"CT-{number}" });
        }

        await AddAsync(person, Of("CT-6", person));
        var before = await NewestAsync(person);

        await Lists.TidyAsync(person, CancellationToken.None);

        Assert.Equal(["CT-6"], await _table.ListOpenAsync(person, CancellationToken.None));
        Assert.Equal(5, before.Page.Count);
        Assert.Equal(IdsOn(before).Order(), IdsOn(await NewestAsync(person)).Order());
        Assert.NotNull(await Lists.FindAsync(person, "CT-1", CancellationToken.None));

        // Once more, as after a night in which it died half way.
        await _table.EndAsync(person, "CT-1", Cases.AskedAt, CancellationToken.None);
        Assert.Equal(5, (await NewestAsync(person)).Page.Count);
    }

    [Fact]
    public async Task ReadEnded_PageByPage_TellsAllOnceNewestFirst()
    {
        var person = Actor.Reviewer("lijst-3");
        foreach (var number in Enumerable.Range(1, 5))
        {
            await AddAsync(person, Cases.In(InitiativeState.Granted) with { Id = $"CP-{number}" });
            await _table.EndAsync(person, $"CP-{number}", Cases.ReceivedAt.AddDays(number), CancellationToken.None);
        }

        var first = await Lists.ReadEndedAsync(person, after: null, 2, CancellationToken.None);
        var second = await Lists.ReadEndedAsync(person, first.Older, 2, CancellationToken.None);
        var last = await Lists.ReadEndedAsync(person, PlaceAmongEnded.Read(second.Older!.Key), 2, CancellationToken.None);

        Assert.Equal([["CP-5", "CP-4"], ["CP-3", "CP-2"], ["CP-1"]], new[] { first, second, last }.Select(IdsOn));
        Assert.Equal(Cases.ReceivedAt.AddDays(5), first.Page[0].EndedAt);
        Assert.Null(last.Older);
    }

    [Fact]
    public async Task ReadEnded_WhatCameBackOnTheList_IsThereAgainWhenItIsOver()
    {
        var person = Actor.Reviewer("lijst-4");
        const string id = "CB-1";
        await AddAsync(person, Of(id, person));
        await _table.EndAsync(person, id, Cases.ReceivedAt, CancellationToken.None);

        await _table.AddAsync(person, id, CancellationToken.None);

        Assert.Equal([id], await _table.ListOpenAsync(person, CancellationToken.None));
        Assert.Empty((await NewestAsync(person)).Page);

        await _table.EndAsync(person, id, Cases.AskedAt, CancellationToken.None);
        Assert.Equal([new PlaceAmongEnded(Cases.AskedAt, id)], await _table.ListEndedAsync(person, after: null, 9, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0000000000000000000-")]
    [InlineData("9999999999999999999-CP-1")]
    [InlineData("-000000000000000001-CP-1")]
    public void Place_ReadFromWhatIsNone_IsNull(string key) => Assert.Null(PlaceAmongEnded.Read(key));

    private static Initiative Of(string id, Actor person) => Cases.InReview with { Id = id, Panel = new Panel { Seats = [person] } };

    private async Task AddAsync(Actor person, Initiative initiative)
    {
        await storage.PutAsync(initiative);
        await _table.AddAsync(person, initiative.Id, CancellationToken.None);
    }

    private async Task<EndedCases> NewestAsync(Actor person) =>
        await Lists.ReadNewestEndedAsync(person, await Lists.ReadAsync(person, CancellationToken.None), 9, CancellationToken.None);

    private static IEnumerable<string> IdsOn(EndedCases ended) => ended.Page.Select(one => one.Initiative.Id);
}
