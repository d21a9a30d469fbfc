using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town that counts what it asks of storage.</summary>
public sealed class CountedFixture : TownFixture
{
    private readonly Counter _counter = new();

    /// <summary>Names what is counted next.</summary>
    public void StartCount() => _counter.Requests.Clear();

    /// <summary>How often what was asked: the verb with the table or container.</summary>
    public IReadOnlyList<(string Request, int Times)> Counted =>
        [.. _counter.Requests.GroupBy(request => request).Select(group => (group.Key, group.Count())).OrderByDescending(one => one.Item2).ThenBy(one => one.Key)];

    protected override void AddTo(IServiceCollection services) =>
        services.AddAzureClients(clients => clients.ConfigureDefaults(options => options.AddPolicy(_counter, HttpPipelinePosition.PerRetry)));

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        public ConcurrentQueue<string> Requests { get; } = [];

        public override void OnSendingRequest(HttpMessage message)
        {
            // Azurite has the account in front of the table.
            var path = message.Request.Uri.Path!.Split('/', StringSplitOptions.RemoveEmptyEntries)[^1];
            var place = message.Request.Uri.Path!.Split('/', StringSplitOptions.RemoveEmptyEntries)[1];
            Requests.Enqueue($"{message.Request.Method} {(path.StartsWith('$') ? path : place.Split('(')[0])}");
        }
    }
}
