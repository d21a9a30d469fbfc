using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Tables;

public sealed class TransactionTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task Submit_EveryKindOfAction_IsOneRequestAndAnswersEach()
    {
        var version = (await Table.AddEntityAsync(new TableEntity("pot", "balance") { ["Cents"] = 100L })).Headers.ETag!.Value;
        await Table.AddEntityAsync(new TableEntity("pot", "replace") { ["A"] = 1 });
        await Table.AddEntityAsync(new TableEntity("pot", "delete"));
        Clear();

        var response = await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new Measurement { PartitionKey = "pot", RowKey = "entry", Cents = -40, At = DateTime.UnixEpoch, Due = DateTimeOffset.UnixEpoch }),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("pot", "balance") { ["Cents"] = 60L }, version),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("pot", "replace") { ["B"] = "é 😀 --changeset" }, ETag.All),
            new(TableTransactionActionType.Delete, new TableEntity("pot", "delete")),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("pot", "new-merge")),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("pot", "it's new")),
        ]);

        Assert.Single(Requests);
        Assert.All(response.Value, part => Assert.Equal(204, part.Status));
        Assert.Equal(202, response.GetRawResponse().Status);
        var balance = await Table.GetEntityAsync<TableEntity>("pot", "balance");
        Assert.Equal(60L, balance.Value["Cents"]);
        Assert.Equal(response.Value[1].Headers.ETag, balance.Value.ETag);
        Assert.Equal("é 😀 --changeset", (await Table.GetEntityAsync<TableEntity>("pot", "replace")).Value["B"]);
        Assert.Equal(["balance", "entry", "it's new", "new-merge", "replace"], Table.Query<TableEntity>().Select(row => row.RowKey));
    }

    [Fact]
    public async Task Submit_OneActionIsRefused_TellsWhichAndDoesNothing()
    {
        await Table.AddEntityAsync(new TableEntity("p", "there"));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "first")),
            new(TableTransactionActionType.Add, new TableEntity("p", "there")),
            new(TableTransactionActionType.Add, new TableEntity("p", "last")),
        ]));

        Assert.Equal((409, TableErrorCode.EntityAlreadyExists.ToString(), 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(["there"], Table.Query<TableEntity>().Select(row => row.RowKey));
    }

    [Fact]
    public async Task Submit_VersionChangedSince_FailsWithUpdateConditionNotSatisfied()
    {
        var old = (await Table.AddEntityAsync(new TableEntity("p", "balance"))).Headers.ETag!.Value;
        await Table.UpdateEntityAsync(new TableEntity("p", "balance") { ["Cents"] = 1L }, old);

        var failure = Assert.Throws<TableTransactionFailedException>(() => Table.SubmitTransaction(
            [new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "balance"), old)]));

        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied.ToString(), 0), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task Submit_OneHundredActions_AllHappen()
    {
        var rows = Enumerable.Range(0, 100).Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("many", $"{number:D3}")));

        var response = await Table.SubmitTransactionAsync(rows);

        Assert.Equal(100, response.Value.Count);
        Assert.Equal(100, Table.Query<TableEntity>().Count());
    }

    [Fact]
    public async Task Submit_NoActions_IsRefusedBeforeSending()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));
        Assert.Empty(Requests);
    }
}
