using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Flow;

/// <summary>Sends the signals that a crash or an outage kept from being sent.</summary>
public sealed partial class SignalSweep(SignalTable table, WorkflowSignals signals, TimeProvider clock, ILogger<SignalSweep> logger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    [Function(nameof(SignalSweep))]
    public async Task Run(
        [TimerTrigger("0 * * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var failures = new List<Exception>();
        foreach (var overdue in await table.GetOverdueAsync(clock.GetUtcNow() - Grace, cancellation))
        {
            try
            {
                if (await signals.SendAsync(client, overdue.Signal, cancellation))
                {
                    await table.ForgetAsync(overdue, cancellation);
                    Log.SignalSentLate(logger, overdue.Signal.InstanceId, overdue.Signal.EventName);
                }
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // One that cannot be sent keeps the others from nothing. It stays for the next round, and this one still fails.
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Not every signal could be sent.", failures);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Signal sent late. Instance: {InstanceId}. Event: {EventName}.")]
        public static partial void SignalSentLate(ILogger logger, string instanceId, string eventName);
    }
}
