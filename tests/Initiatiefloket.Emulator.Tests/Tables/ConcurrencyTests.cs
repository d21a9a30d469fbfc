using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Tables;

public sealed class ConcurrencyTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task Add_RowExists_FailsWithEntityAlreadyExists()
    {
        await Table.AddEntityAsync(new TableEntity("p", "twice"));

        await FailsAsync(409, TableErrorCode.EntityAlreadyExists, () => Table.AddEntityAsync(new TableEntity("p", "twice")));
    }

    [Fact]
    public async Task Update_RowChangedSince_FailsAndKeepsTheFirstChange()
    {
        var first = (await Table.AddEntityAsync(new TableEntity("p", "race") { ["N"] = 0 })).Headers.ETag!.Value;
        var second = (await Table.UpdateEntityAsync(new TableEntity("p", "race") { ["N"] = 1 }, first)).Headers.ETag!.Value;

        await FailsAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => Table.UpdateEntityAsync(new TableEntity("p", "race") { ["N"] = 2 }, first));
        await FailsAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => Table.DeleteEntityAsync("p", "race", first));

        var read = await Table.GetEntityAsync<TableEntity>("p", "race");
        Assert.Equal((1, second), (read.Value["N"], read.Value.ETag));
        Assert.Equal(204, (await Table.DeleteEntityAsync(read.Value, read.Value.ETag)).Status);
    }

    [Fact]
    public async Task Update_RowIsMissing_FailsWithResourceNotFound() =>
        await FailsAsync(404, TableErrorCode.ResourceNotFound, () => Table.UpdateEntityAsync(new TableEntity("p", "missing"), ETag.All));

    [Fact]
    public async Task Update_NoETag_IsRefusedBeforeSending()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(new TableEntity("p", "r"), default));
        Assert.Empty(Requests);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task Upsert_RowExists_KeepsOtherPropertiesOnlyWhenMerging(TableUpdateMode mode, bool keeps)
    {
        var row = $"upsert-{mode}";
        await Table.UpsertEntityAsync(new TableEntity("p", row) { ["A"] = 1 }, mode);
        await Table.UpsertEntityAsync(new TableEntity("p", row) { ["B"] = 2 }, mode);

        var read = (await Table.GetEntityAsync<TableEntity>("p", row)).Value;

        Assert.Equal(2, read["B"]);
        Assert.Equal(keeps, read.ContainsKey("A"));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task Update_AnyVersion_KeepsOtherPropertiesOnlyWhenMerging(TableUpdateMode mode, bool keeps)
    {
        var row = $"update-{mode}";
        await Table.AddEntityAsync(new TableEntity("p", row) { ["A"] = 1 });
        Table.UpdateEntity(new TableEntity("p", row) { ["B"] = 2 }, ETag.All, mode);

        Assert.Equal(keeps, (await Table.GetEntityAsync<TableEntity>("p", row)).Value.ContainsKey("A"));
    }

    [Fact]
    public async Task Delete_RowIsMissing_AnswersNotFoundWithoutError() =>
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "missing")).Status);

    [Fact]
    public async Task Get_RowIsMissing_FailsWithResourceNotFound() =>
        await FailsAsync(404, TableErrorCode.ResourceNotFound, () => Table.GetEntityAsync<TableEntity>("p", "missing"));

    [Fact]
    public async Task GetIfExists_RowIsMissing_HasNoValue()
    {
        var missing = await Table.GetEntityIfExistsAsync<TableEntity>("p", "missing");

        Assert.False(missing.HasValue);
        Assert.Equal(404, missing.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => missing.Value);
    }

    [Fact]
    public async Task GetIfExists_RowExists_HasItsValue()
    {
        await Table.AddEntityAsync(new TableEntity("p", "here"));

        var here = await Table.GetEntityIfExistsAsync<TableEntity>("p", "here");

        Assert.True(here.HasValue);
        Assert.Equal("here", here.Value!.RowKey);
        Assert.Equal("here", Table.GetEntityIfExists<Measurement>("p", "here").Value!.RowKey);
    }

    private static async Task FailsAsync(int status, TableErrorCode code, Func<Task> act)
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(act);
        Assert.Equal((status, code.ToString()), (failure.Status, failure.ErrorCode));
    }
}
