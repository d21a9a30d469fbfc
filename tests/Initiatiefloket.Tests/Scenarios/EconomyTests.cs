using Azure.Data.Tables;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What a case costs: each request to storage is paid for, and waited for.</summary>
public sealed class EconomyTests(CountedFixture fixture) : IClassFixture<CountedFixture>
{
    [Fact]
    public async Task Case_InBandVrij_FromConfirmToLetterAsksNoMoreOfStorageThanThis()
    {
        // One before it, for what an app asks once.
        await PlayAsync("de eerste");

        await PlayAsync("zuinig");

        // Six are for the coordinator's worklist: a look and a line at receipt and at the end, and the two times that whom the case waits for changes between.
        // Seven are for the letter that the reviewer sees before it goes.
        AssertAtMost(109);
    }

    [Fact]
    public async Task FormPage_Shown_TakesOneRead()
    {
        using var resident = fixture.Host.NewVisitor();
        var first = await resident.OpenAsync("/aanvragen");

        // Cases of the other tests may still be on their way, and are not to be counted.
        await fixture.Host.Durable.IdleAsync();
        fixture.StartCount();

        await resident.OpenAsync(first.Address.ToString());

        AssertAtMost(1);
    }

    /// <summary>A query brings a thousand rows at most; all that is over, or was granted, would take a second one.</summary>
    [Fact]
    public async Task Pages_WithManyCasesThatAreOver_AskNoMoreThanWithFew()
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident("een van velen"));
        var mail = await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, id);
        await fixture.Host.Durable.IdleAsync();
        await AddCasesThatAreOverAsync(number: 100, count: 50);
        var overview = await fixture.OverviewLinkAsync(Actor.Reviewer("welzijn"));
        using var reviewer = fixture.Host.NewVisitor();
        await fixture.Town.OpenOverviewAsync(reviewer, overview, Townspeople.Reviewer);
        var few = await CountPagesAsync(reviewer, mail.Link, overview);

        await AddCasesThatAreOverAsync(number: 1_000, count: 1_100);

        Assert.Equal(few, await CountPagesAsync(reviewer, mail.Link, overview));
    }

    private async Task<IReadOnlyList<(string Request, int Times)>> CountPagesAsync(Visitor reviewer, string review, string overview)
    {
        fixture.StartCount();
        Assert.Contains("Samen eten", (await reviewer.OpenAsync(review)).Text, StringComparison.Ordinal);
        Assert.Contains("Oudere afgeronde zaken", (await reviewer.OpenAsync(overview)).Text, StringComparison.Ordinal);
        return fixture.Counted;
    }

    private async Task AddCasesThatAreOverAsync(int number, int count)
    {
        var ids = Enumerable.Range(number, count).Select(one => $"BI-2025-{one}").ToArray();
        var granted = new PublicInitiative("Samen eten", new DateOnly(2025, 4, 1));
        var ended = fixture.Clock.GetUtcNow().AddYears(-1);
        await AddAsync(TableNames.PublicInitiatives, ids.Select(id => PublicInitiatives.RowOf("de-thij", "meedoen-en-ontmoeten", id, granted)));
        await AddAsync(TableNames.CaseLists, ids.SelectMany(id => CaseListTable.RowsOfEnded(Actor.Reviewer("welzijn"), new PlaceAmongEnded(ended, id))));
    }

    private async Task AddAsync(string table, IEnumerable<TableEntity> rows)
    {
        var client = fixture.Host.Services.GetRequiredService<TableServiceClient>().GetTableClient(table);
        foreach (var some in rows.Chunk(100))
        {
            await client.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        }
    }

    private async Task PlayAsync(string about)
    {
        var proposal = Townspeople.Resident(about, "900");
        await fixture.Town.FillInAsync(proposal);
        fixture.StartCount();
        var id = await fixture.Town.ConfirmAsync(proposal.Email);
        await fixture.Town.ApproveAsync(Townspeople.Reviewer, id, "900");
        await fixture.Host.Post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}");
        await fixture.Host.Workflows.WaitForInstanceCompletionAsync(id);
    }

    private void AssertAtMost(int most)
    {
        var counted = fixture.Counted;
        var total = counted.Sum(one => one.Times);
        Assert.True(total <= most, $"{total} requests, at most {most} expected:\n{string.Join('\n', counted.Select(one => $"{one.Times,4} {one.Request}"))}");
    }
}
