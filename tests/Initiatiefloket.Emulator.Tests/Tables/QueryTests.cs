using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Tables;

public sealed class QueryTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task QueryAsync_ByText_FindsTheRowsInOrderOfKey()
    {
        await FillAsync();

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"de 't Lutte"} and Count ge {3}");

        Assert.Equal(["r3", "r4"], await RowKeysAsync(Table.QueryAsync<Measurement>(filter)));
    }

    [Fact]
    public async Task QueryAsync_ByExpression_FindsWhatTheExpressionSays()
    {
        await FillAsync();
        var day = DayOfWeek.Wednesday;
        var partition = "de 't Lutte";

        Assert.Equal(["r3"], await RowKeysAsync(Table.QueryAsync<Measurement>(row => row.PartitionKey == partition && row.Day == day)));
        Assert.Equal(["r0", "r1"], await RowKeysAsync(Table.QueryAsync<Measurement>(row => string.Compare(row.RowKey, "r2") < 0 && row.Cents < 1_000_000_000_000)));
        Assert.Equal(["r0", "r2", "r4"], await RowKeysAsync(Table.QueryAsync<Measurement>(row => row.Final)));
        Assert.Equal(["r1", "r3"], await RowKeysAsync(Table.QueryAsync<Measurement>(row => !row.Final)));
        Assert.Equal(["r1"], await RowKeysAsync(Table.QueryAsync<Measurement>(row => row.Neighbourhood == "wijk 1" || row.Ratio > 99)));
        Assert.Equal(["r4"], await RowKeysAsync(Table.QueryAsync<TableEntity>(row => row.GetInt32("Count") > 3)));
        Assert.Equal(["r2"], Table.Query<Measurement>(row => row.At > At(1) && row.Due < At(3)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task QueryAsync_MoreThanAPage_FetchesTheNextOnlyWhenAskedFor()
    {
        await FillAsync();
        Clear();

        await using var rows = Table.QueryAsync<TableEntity>(maxPerPage: 2).GetAsyncEnumerator();
        Assert.Empty(Requests);

        await rows.MoveNextAsync();
        await rows.MoveNextAsync();
        Assert.Single(Requests);

        await rows.MoveNextAsync();
        Assert.Equal(2, Requests.Count);
        Assert.Equal("r2", rows.Current.RowKey);
    }

    [Fact]
    public async Task AsPages_ContinuationToken_CarriesOnWhereThePageEnded()
    {
        await FillAsync();
        Page<TableEntity>? first = null;
        await foreach (var page in Table.QueryAsync<TableEntity>().AsPages(pageSizeHint: 3))
        {
            first ??= page;
        }

        Assert.Equal(3, first!.Values.Count);
        var rest = new List<string>();
        await foreach (var page in Table.QueryAsync<TableEntity>().AsPages(first.ContinuationToken))
        {
            rest.AddRange(page.Values.Select(row => row.RowKey));
            Assert.Null(page.ContinuationToken);
        }

        Assert.Equal(["r3", "r4"], rest);
        Assert.Equal(["r3", "r4"], Table.Query<TableEntity>().AsPages(first.ContinuationToken).SelectMany(page => page.Values).Select(row => row.RowKey));
    }

    [Fact]
    public async Task QueryAsync_WithSelect_FetchesOnlyTheNamedProperties()
    {
        await FillAsync();

        await foreach (var row in Table.QueryAsync<TableEntity>(select: ["RowKey", "Count"]))
        {
            Assert.NotNull(row.RowKey);
            Assert.NotNull(row["Count"]);
            Assert.Null(row["Cents"]);
        }
    }

    [Fact]
    public async Task QueryAsync_NothingFound_IsEmpty() =>
        Assert.Empty(await RowKeysAsync(Table.QueryAsync<TableEntity>("PartitionKey eq 'nobody'")));

    [Fact]
    public async Task QueryAsync_FilterIsWrong_FailsWithTheServicesCode()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => RowKeysAsync(Table.QueryAsync<TableEntity>("PartitionKey is 'x'")));

        Assert.Equal(400, failure.Status);
    }

    private static DateTime At(int hour) => new(2026, 11, 21, hour, 0, 0, DateTimeKind.Utc);

    private static async Task<List<string>> RowKeysAsync<T>(AsyncPageable<T> rows)
        where T : ITableEntity
    {
        var keys = new List<string>();
        await foreach (var row in rows)
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }

    private async Task FillAsync() => await Table.SubmitTransactionAsync(Enumerable.Range(0, 5).Select(number =>
        new TableTransactionAction(TableTransactionActionType.Add, new Measurement
        {
            PartitionKey = "de 't Lutte",
            RowKey = $"r{number}",
            Count = number,
            Cents = number,
            Final = number % 2 == 0,
            Day = (DayOfWeek)number,
            At = At(number),
            Due = At(number),
            Neighbourhood = $"wijk {number}",
        })));
}
