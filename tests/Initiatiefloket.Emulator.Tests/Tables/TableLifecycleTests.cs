using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Tables;

public sealed class TableLifecycleTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task Create_TableExists_IsAConflictWithTheServicesCode()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Table.CreateAsync());

        Assert.Equal(409, failure.Status);
        Assert.Equal(TableErrorCode.TableAlreadyExists.ToString(), failure.ErrorCode);
        Assert.StartsWith("The table specified already exists.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateIfNotExists_TableExists_AnswersWithTheTable()
    {
        var response = await Table.CreateIfNotExistsAsync();

        Assert.Equal(Table.Name, response.Value.Name);
        Assert.Equal(409, response.GetRawResponse().Status);
        Assert.Equal(Table.Name, Service.CreateTableIfNotExists(Table.Name).Value.Name);
    }

    [Fact]
    public async Task Delete_TableIsMissing_AnswersNotFoundWithoutError()
    {
        await Table.DeleteAsync();

        Assert.Equal(404, (await Table.DeleteAsync()).Status);
        Assert.Equal(404, Service.DeleteTable(Table.Name).Status);
    }

    [Fact]
    public async Task Operations_TableIsMissing_FailWithTableNotFound()
    {
        var missing = Service.GetTableClient("MissingTable");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => missing.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((404, TableErrorCode.TableNotFound.ToString()), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Query_FilteredByName_FindsOnlyThatTable()
    {
        await Service.CreateTableIfNotExistsAsync("AnotherTable");

        var byExpression = Service.Query(table => table.Name == Table.Name).Select(table => table.Name);
        var byText = new List<string>();
        await foreach (var table in Service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName ge {"A"} and TableName lt {"B"}")))
        {
            byText.Add(table.Name);
        }

        Assert.Equal([Table.Name], byExpression);
        Assert.Equal(["AnotherTable"], byText);
    }

    [Fact]
    public void Client_OfTheService_KnowsItsAddressAndAccount()
    {
        Assert.Equal($"{Service.Uri}/{Table.Name}", Table.Uri.ToString());
        Assert.Equal("devstoreaccount1", Table.AccountName);
        Assert.Equal("devstoreaccount1", Service.AccountName);
    }
}
