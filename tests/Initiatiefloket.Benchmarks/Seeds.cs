using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Running;
using Microsoft.DurableTask.Engine.Storage;

namespace Initiatiefloket.Benchmarks;

/// <summary>
/// Instances that wait, written by the engine's own code but without the engine and each with one insert: half of them for an
/// event, half for a timer of a year.
/// </summary>
internal static class Seeds
{
    private const int TimersAtOnce = 100;

    public static async Task<Measured> WriteAsync(string connection, string hub, int count, StorageCalls calls, string prefix = "")
    {
        await using var host = await BenchHub.StartAsync(connection, hub);
        var storage = host.Storage;
        var timers = new List<WorkRow>();
        var measured = await Measured.RunAsync(calls, count / 2, async number =>
        {
            await WriteAsync(storage, Ceiling.Row(EventId(prefix, number), OrchestrationRuntimeStatus.Running));
            var row = Ceiling.Row($"{prefix}timer-{number}", OrchestrationRuntimeStatus.Running);
            var timer = WorkRow.Timer(row.Id, row.Execution, 0, DateTime.UtcNow.AddYears(1));
            await WriteAsync(storage, row, new HistoryEvent.TimerScheduled(0, timer.FireAt));
            lock (timers)
            {
                timers.Add(timer);
            }
        });
        foreach (var batch in timers.Chunk(TimersAtOnce))
        {
            await storage.Work.SubmitTransactionAsync(
                batch.Select(timer => new TableTransactionAction(TableTransactionActionType.Add, timer.Write())));
        }

        return measured with { Times = count };
    }

    public static string EventId(string prefix, int number) => $"{prefix}event-{number}";

    private static async Task WriteAsync(TaskHubStorage storage, InstanceRow row, params HistoryEvent[] decisions)
    {
        var entity = row.Write();
        var text = HistoryText.Write([new HistoryEvent.StepStarted(DateTime.UtcNow), .. decisions]);
        default(HistoryLayout).Append(text, (_, column, piece) => entity[column] = piece).Write(entity);
        await storage.Instances.AddEntityAsync(entity);
    }
}
