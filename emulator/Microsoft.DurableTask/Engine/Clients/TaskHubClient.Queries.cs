using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Clients;

internal sealed partial class TaskHubClient
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookSometimes = TimeSpan.FromSeconds(5);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(string.IsNullOrEmpty(instanceId) ? null : instanceId, nameof(instanceId)); // also when empty
        var row = await FindAsync(instanceId, getInputsAndOutputs, cancellation);
        return row is null ? null : Metadata(getInputsAndOutputs ? row : row.WithoutTexts(), getInputsAndOutputs);
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(
            instanceId,
            row => row.Status != OrchestrationRuntimeStatus.Pending,
            getInputsAndOutputs,
            nameof(WaitForInstanceStartAsync),
            cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, row => row.IsFinished, getInputsAndOutputs, nameof(WaitForInstanceCompletionAsync), cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        return Pageable.Create<OrchestrationMetadata>(async (continuation, pageSize, cancellation) =>
        {
            await hub.Storage.EnsureCreatedAsync(cancellation);
            var size = pageSize ?? query.PageSize;
            var rows = await hub.Instances.QueryAsync(query, continuation ?? query.ContinuationToken, size + 1, cancellation);
            var values = new List<OrchestrationMetadata>();
            foreach (var row in rows.Take(size))
            {
                // Unasked the real services leave some texts out and not others; here those that cost nothing come along.
                var filled = query.FetchInputsAndOutputs
                    ? await hub.Instances.FillAsync(row, cancellation)
                    : InstanceStore.WithoutLargeTexts(row);
                values.Add(Metadata(filled, query.FetchInputsAndOutputs));
            }

            return new Page<OrchestrationMetadata>(values, rows.Count > size ? values[^1].InstanceId : null);
        });
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        await hub.Storage.EnsureCreatedAsync(cancellation);
        return new(await hub.Instances.PurgeAsync(instanceId, options?.Recursive ?? false, cancellation), true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Timeout <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(filter), filter.Timeout, $"{nameof(PurgeInstancesFilter)}.{nameof(filter.Timeout)} must be a positive TimeSpan.");
        }

        var until = DateTime.UtcNow + (filter.Timeout ?? TimeSpan.FromDays(1));
        var purged = 0;
        await foreach (var metadata in GetAllInstancesAsync(new(filter.CreatedFrom, filter.CreatedTo, filter.Statuses))
            .WithCancellation(cancellation))
        {
            if (DateTime.UtcNow > until)
            {
                return new(purged, false);
            }

            purged += metadata.IsCompleted
                ? await hub.Instances.PurgeAsync(metadata.InstanceId, options?.Recursive ?? false, cancellation)
                : 0;
        }

        return new(purged, true);
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<InstanceRow, bool> isThere, bool withTexts, string operation, CancellationToken cancellation)
    {
        using var changes = hub.Signals.Listen(instanceId);
        try
        {
            var row = await FindAsync(instanceId, withTexts, cancellation);
            while (row is null || !isThere(row))
            {
                // An engine in this process tells; one in another process does not, and it may be there soon.
                var patience = hub.Engine is null ? LookEvery : LookSometimes;
                row = await changes.HearAsync(patience, cancellation) ?? await FindAsync(instanceId, withTexts, cancellation);
            }

            return Metadata(withTexts ? row : row.WithoutTexts(), withTexts);
        }
        catch (OperationCanceledException cancelled) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException($"The {operation} operation was canceled.", cancelled, cancellation);
        }
    }

    private async Task<InstanceRow?> FindAsync(string instanceId, bool withTexts, CancellationToken cancellation)
    {
        await hub.Storage.EnsureCreatedAsync(cancellation);
        var found = await hub.Instances.FindAsync(instanceId, cancellation);
        return found is { } stored && withTexts ? await hub.Instances.FillAsync(stored.Row, cancellation) : found?.Row;
    }

    private OrchestrationMetadata Metadata(InstanceRow row, bool isReadable) => new(row.Name, row.Id)
    {
        RuntimeStatus = row.Status,
        CreatedAt = row.CreatedAt,
        LastUpdatedAt = row.UpdatedAt,
        Tags = row.Tags ?? new Dictionary<string, string>(),
        DataConverter = isReadable ? Converter : null,
        SerializedInput = row.Input,
        SerializedOutput = row.Output,
        SerializedCustomStatus = row.CustomStatus,
        FailureDetails = row.Failure is { } failure ? Failure.Parse(failure).ToDetails() : null,
    };
}
