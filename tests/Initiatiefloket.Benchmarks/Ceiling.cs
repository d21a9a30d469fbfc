using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Running;
using Microsoft.DurableTask.Engine.Storage;

namespace Initiatiefloket.Benchmarks;

/// <summary>What Azurite and the client library can do without the engine.</summary>
internal sealed class Ceiling(TableClient table, StorageCalls calls)
{
    private int _rows;

    /// <summary>Inserts of small entities, each in a partition of its own.</summary>
    public Task<Measured> MeasureAsync(int times) => Measured.RunAsync(calls, times, async _ =>
    {
        var number = Interlocked.Increment(ref _rows);
        await table.AddEntityAsync(new TableEntity($"p{number}", $"r{number}") { ["Text"] = "input" });
    });

    /// <summary>
    /// The storage calls of a chain of activities, in the same order and made by the engine's own code for storage, but without
    /// replay, queues and activities: marked as busy, created, changed at each step, looked at, no longer busy.
    /// </summary>
    public async Task CallAsForChainAsync(TaskHubStorage storage, WorkIndex index)
    {
        var store = new InstanceStore(storage, new PayloadStore(storage));
        var row = Row($"chain-{Interlocked.Increment(ref _rows)}", OrchestrationRuntimeStatus.Pending);
        await index.HoldAsync(row.Id);
        var instance = (await store.CreateAsync(row, CancellationToken.None)).Created!;
        await store.FindAsync(row.Id, CancellationToken.None);
        for (var step = 0; step <= Workflows.ChainLength; step++)
        {
            HistoryEvent[] events =
            [
                new HistoryEvent.StepStarted(DateTime.UtcNow),
                .. step == 0 ? [] : new HistoryEvent[] { new HistoryEvent.TaskSucceeded(step - 1, row.Input) },
                .. step == Workflows.ChainLength ? [] : new HistoryEvent[] { new HistoryEvent.ActivityScheduled(step, "Activity", "", row.Input) },
            ];
            var changed = instance.Row with { Change = Guid.NewGuid().ToString("N"), UpdatedAt = DateTimeOffset.UtcNow };
            await store.ChangeAsync(instance, new InstanceChange(changed, events), CancellationToken.None);
        }

        index.Release(row.Id);
    }

    /// <summary>An instance as the engine would write it.</summary>
    public static InstanceRow Row(string id, OrchestrationRuntimeStatus status) => new()
    {
        Id = id,
        Name = Workflows.Event,
        Execution = Guid.NewGuid().ToString("N"),
        Status = status,
        CreatedAt = DateTimeOffset.UtcNow,
        UpdatedAt = DateTimeOffset.UtcNow,
        Input = "\"input\"",
        Change = Guid.NewGuid().ToString("N"),
    };
}
