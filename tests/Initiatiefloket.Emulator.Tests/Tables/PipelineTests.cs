using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Tables;

public sealed class PipelineTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task Policies_OfTheOptions_SeeOneRequestPerCall()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r"));
        await Table.GetEntityAsync<TableEntity>("p", "r");
        await Table.UpsertEntityAsync(new TableEntity("p", "r"));
        await Table.DeleteEntityAsync("p", "r");

        var path = Table.Uri.AbsolutePath;
        Assert.Equal(
            [$"POST {path}", $"GET {path}(PartitionKey='p',RowKey='r')", $"PATCH {path}(PartitionKey='p',RowKey='r')", $"DELETE {path}(PartitionKey='p',RowKey='r')"],
            Requests);
    }

    [Fact]
    public async Task Writes_AskForNoContent()
    {
        var response = await Table.AddEntityAsync(new TableEntity("p", "quiet") { ["Large"] = new string('x', 1000) });

        Assert.Equal(204, response.Status);
        Assert.Equal(0, response.Content.ToMemory().Length);
    }

    [Fact]
    public async Task Retries_ConnectionBreaksFirst_Succeed()
    {
        var options = Options();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(new BrokenAtFirst(times: 2), HttpPipelinePosition.BeforeTransport);
        var table = new TableClient(ConnectionString, Table.Name, options);

        Assert.Equal(204, (await table.AddEntityAsync(new TableEntity("p", "r"))).Status);
        Assert.Equal(3, Requests.Count);
    }

    [Fact]
    public async Task Key_IsWrong_FailsWithForbidden()
    {
        var stranger = new TableClient(new Uri(Service.Uri.ToString()), Table.Name, new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String("guessed"u8)));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(403, failure.Status);
    }

    [Fact]
    public async Task Cancelled_Call_EndsAsCancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.AddEntityAsync(new TableEntity("p", "r"), new CancellationToken(canceled: true)));

    [Fact]
    public async Task ManyAtOnce_EachRow_IsWrittenOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Table.AddEntityAsync(new TableEntity("many", $"{number:D3}") { ["Number"] = number })));

        Assert.Equal(Enumerable.Range(0, 200), Table.Query<TableEntity>("PartitionKey eq 'many'").Select(row => row.GetInt32("Number")!.Value));
    }

    private sealed class BrokenAtFirst(int times) : HttpPipelinePolicy
    {
        private int _left = times;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The test calls asynchronously.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (_left-- > 0)
            {
                throw new IOException("The connection broke.");
            }

            await ProcessNextAsync(message, pipeline);
        }
    }
}
