using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>The tables and the container of one task hub.</summary>
internal sealed class TaskHubStorage
{
    private const int MaxRequests = 32; // Azurite does one after the other anyway

    private readonly Lock _lock = new();
    private Task? _created;

    public TaskHubStorage(IOptions<TaskHubOptions> options, IConfiguration configuration)
    {
        Hub = options.Value.HubName;
        if (Hub.Length is < 3 or > 45 || !Hub.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetter(Hub[0]))
        {
            throw new InvalidOperationException(
                $"The task hub name '{Hub}' is not valid: use 3 to 45 letters and digits and start with a letter.");
        }

        var connection = options.Value.ConnectionString ?? configuration["AzureWebJobsStorage"] ?? throw new InvalidOperationException(
            "No storage for the task hub: set AzureWebJobsStorage to a connection string, such as UseDevelopmentStorage=true.");
        var tables = new TableServiceClient(connection, Shared(new TableClientOptions()));
        Instances = tables.GetTableClient($"{Hub}Instances");
        Work = tables.GetTableClient($"{Hub}Work");
        Calls = tables.GetTableClient($"{Hub}Calls");
        Lease = new(connection, Work.Name, Bounded(new TableClientOptions()));
        Payloads = new BlobContainerClient(connection, $"{Hub.ToLowerInvariant()}-payloads", Shared(new BlobClientOptions()));
    }

    public string Hub { get; }

    /// <summary>A partition for each instance.</summary>
    public TableClient Instances { get; }

    /// <summary>What has to be done, by time; and who does it.</summary>
    public TableClient Work { get; }

    /// <summary>The table of work for who renews the lease, which must not wait for other requests.</summary>
    public TableClient Lease { get; }

    /// <summary>
    /// What clients in other processes tell the engine. A table of its own, since it is looked at all the time and Azurite
    /// looks through the whole table for it.
    /// </summary>
    public TableClient Calls { get; }

    public BlobContainerClient Payloads { get; }

    /// <summary>Creates what does not exist yet: once for all who ask, and again when that failed.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_created is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _created = CreateAsync();
            }

            return _created.WaitAsync(cancellation);
        }
    }

    // Not cancelled with the caller: others wait for it too. The retries of the clients end it.
    private async Task CreateAsync()
    {
        await Instances.CreateIfNotExistsAsync();
        await Work.CreateIfNotExistsAsync();
        await Calls.CreateIfNotExistsAsync();
        await Payloads.CreateIfNotExistsAsync();
    }

    private static TOptions Shared<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.AddPolicy(new FewAtOnce(MaxRequests), HttpPipelinePosition.PerRetry);
        return Bounded(options);
    }

    // The engine tries for ever, but each attempt ends.
    private static TOptions Bounded<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }
}
