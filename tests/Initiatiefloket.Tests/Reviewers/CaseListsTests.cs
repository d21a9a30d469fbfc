using Initiatiefloket.Initiatives;
using Initiatiefloket.Review;
using Initiatiefloket.Reviewers;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Reviewers;

[Collection(nameof(OnStorage))]
public sealed class CaseListsTests(AppStorage storage)
{
    private readonly CaseListTable _table = new(storage.Tables);

    private CaseLists Lists => new(_table, storage.Initiatives);

    [Fact]
    public async Task Read_List_TellsWhatRunsFromWhatIsOver()
    {
        const string person = "reviewer:lijst-1";
        await AddAsync(person, Of("CL-1", person));
        await AddAsync(person, Of("CL-2", person));
        await AddAsync(person, Cases.In(InitiativeState.Rejected) with { Id = "CL-3" });
        await AddAsync(person, Of("CL-4", person).HandOver(new HandOver(1, person, "reviewer:jeugd", HandOverReason.Absence, Cases.AskedAt, person))!);
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
        const string person = "reviewer:lijst-2";
        foreach (var number in Enumerable.Range(1, 5))
        {
            await AddAsync(person, Cases.In(InitiativeState.Granted) with { Id = $"CT-{number}" });
        }

        await AddAsync(person, Of("CT-6", person));
        var before = await EndedAsync(person, 0, 9);

        await Lists.TidyAsync(person, CancellationToken.None);

        Assert.Equal(["CT-6"], await _table.ListOpenAsync(person, CancellationToken.None));
        Assert.Equal(before.Total, (await EndedAsync(person, 0, 9)).Total);
        Assert.Equal((2, 1), ((await EndedAsync(person, 2, 2)).Page.Count, (await EndedAsync(person, 4, 2)).Page.Count));

        // Back on the list: a place given back.
        await _table.AddAsync(person, "CT-1", CancellationToken.None);
        Assert.Contains("CT-1", await _table.ListOpenAsync(person, CancellationToken.None));
    }

    private static Initiative Of(string id, string person) => Cases.InReview with { Id = id, Panel = new Panel { Seats = [person] } };

    private async Task AddAsync(string person, Initiative initiative)
    {
        await storage.PutAsync(initiative);
        await _table.AddAsync(person, initiative.Id, CancellationToken.None);
    }

    private async Task<EndedCases> EndedAsync(string person, int skip, int most) =>
        await Lists.ReadEndedAsync(person, await Lists.ReadAsync(person, CancellationToken.None), skip, most, CancellationToken.None);
}
