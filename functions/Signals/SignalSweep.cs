using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Signals;

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
        foreach (var signal in await table.GetOverdueAsync(clock.GetUtcNow() - Grace, cancellation))
        {
            await signals.DeliverAsync(client, signal, cancellation);
            Log.SignalSentLate(logger, signal.InstanceId, signal.EventName);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Signal sent late. Instance: {InstanceId}. Event: {EventName}.")]
        public static partial void SignalSentLate(ILogger logger, string instanceId, string eventName);
    }
}
