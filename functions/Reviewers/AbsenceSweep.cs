using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Reviewers;

/// <summary>
/// Each night gives the places of who is away to others. It looks at all absences of that day, not only at those that begin: so it does what a
/// night without it left undone, and takes along what came to somebody while they were away.
/// </summary>
public sealed class AbsenceSweep(AbsenceTable absences, AbsenceDesk desk, TimeProvider clock)
{
    /// <summary>How many days an absence is kept after its end. Whether somebody was ill is nobody's business for longer.</summary>
    private const int DaysKept = 30;

    // 00:15 UTC: by then the day has begun in town, in summer and in winter.
    [Function(nameof(AbsenceSweep))]
    public async Task Run([TimerTrigger("0 15 0 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var today = TownTime.DayOf(clock.GetUtcNow());
        foreach (var absence in await absences.ListFromAsync(today, cancellation))
        {
            await desk.HandOverAsync(client, absence, Actor.Workflow, cancellation);
        }

        foreach (var over in await absences.ListOverAsync(today.AddDays(-DaysKept), cancellation))
        {
            await absences.RemoveAsync(over, cancellation);
        }
    }
}
