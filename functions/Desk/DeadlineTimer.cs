using Initiatiefloket.Flow;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>Starts the watch over the legal dates at seven in the morning in town, on working days.</summary>
public sealed class DeadlineTimer(Policy policy, TimeProvider clock)
{
    private const int Hour = 7;

    // A timer may fire a moment early, which must not leave out a day.
    private static readonly TimeSpan MostEarly = TimeSpan.FromMinutes(1);

    // Schedules are in UTC: seven in town is five in summer and six in winter. In summer the second run finds everything told.
    [Function(nameof(StartDeadlineWatch))]
    public async Task StartDeadlineWatch(
        [TimerTrigger("0 0 5,6 * * MON-FRI")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow() + MostEarly, TownTime.Zone);
        if (now.Hour >= Hour && policy.WorkingDays.IsWorkingDay(DateOnly.FromDateTime(now.DateTime)))
        {
            await client.StartUnlessRunningAsync(nameof(DeadlineWatch), DeadlineWatch.InstanceId, cancellation);
        }
    }
}
