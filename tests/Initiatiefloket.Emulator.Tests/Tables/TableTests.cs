using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Tables;

/// <summary>A table of its own for each test class, and the requests that went to it.</summary>
[Collection("Azurite")]
public abstract class TableTests : IAsyncLifetime
{
    private readonly RequestLog _log = new();

    protected TableTests(AzuriteFixture azurite)
    {
        ConnectionString = azurite.ConnectionString;
        Service = new TableServiceClient(ConnectionString, Options());
        Table = Service.GetTableClient(GetType().Name);
    }

    protected string ConnectionString { get; }

    protected TableServiceClient Service { get; }

    protected TableClient Table { get; }

    protected IReadOnlyCollection<string> Requests => _log.Lines;

    protected void Clear() => _log.Lines.Clear();

    public async Task InitializeAsync()
    {
        await Table.CreateIfNotExistsAsync();
        Clear();
    }

    public async Task DisposeAsync() => await Table.DeleteAsync();

    protected TableClientOptions Options()
    {
        var options = new TableClientOptions();
        options.AddPolicy(_log, HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class RequestLog : HttpPipelineSynchronousPolicy
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public override void OnSendingRequest(HttpMessage message) => Lines.Enqueue($"{message.Request.Method} {message.Request.Uri.ToUri().PathAndQuery}");
    }
}
