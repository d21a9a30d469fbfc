using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;
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

    /// <summary>The writes of a chain of activities: an instance's row, to which each step adds columns.</summary>
    public async Task WriteChainAsync()
    {
        var row = Row($"chain-{Interlocked.Increment(ref _rows)}", OrchestrationRuntimeStatus.Pending);
        var response = await table.AddEntityAsync(row.Write());
        var layout = default(HistoryLayout);
        for (var step = 0; step <= Workflows.ChainLength; step++)
        {
            var changed = row with { Change = Guid.NewGuid().ToString("N"), UpdatedAt = DateTimeOffset.UtcNow };
            var entity = changed.WriteChanges(row);
            layout = layout.Append(
                HistoryText.Write(
                [
                    new HistoryEvent.StepStarted(DateTime.UtcNow),
                    new HistoryEvent.TaskSucceeded(step, "input"),
                    new HistoryEvent.ActivityScheduled(step, "Activity", "", "input"),
                ]),
                (_, column, text) => entity[column] = text);
            layout.Write(entity);
            response = await table.UpdateEntityAsync(entity, response.Headers.ETag!.Value, TableUpdateMode.Merge);
        }
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
