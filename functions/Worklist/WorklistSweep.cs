using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Worklist;

/// <summary>
/// Each hour puts the lines right of all cases that run: what a crash kept from the list comes onto it. Beside that it takes up cases that ended before there was a
/// list, some at a time, until it had them all.
/// </summary>
public sealed partial class WorklistSweep(
    WorklistTable table, WorklistKeeper keeper, CaseListTable lists, InitiativeTable initiatives, ILogger<WorklistSweep> logger)
{
    private const int EndedAtOnce = 500;

    [Function(nameof(WorklistSweep))]
    public async Task Run([TimerTrigger("0 50 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var listed = (await table.ListOpenAsync(WorklistViews.MostOpen, cancellation)).Select(item => item.Id);
        var running = await lists.ListOpenAsync(Actor.Coordinator, cancellation);
        var mended = await PutAsync(listed.Union(running), cancellation);
        var taken = await TakeUpEndedAsync(cancellation);
        if (mended > 0 || taken > 0)
        {
            Log.WorklistMended(logger, mended, taken);
        }
    }

    private async Task<int> TakeUpEndedAsync(CancellationToken cancellation)
    {
        var filled = await table.GetFilledAsync(cancellation);
        if (filled.IsWhole)
        {
            return 0;
        }

        var places = await lists.ListEndedAsync(Actor.Coordinator, filled.After, EndedAtOnce, cancellation);
        var taken = await PutAsync(places.Select(place => place.InitiativeId), cancellation);
        await table.SetFilledAsync(filled with { After = places.Count > 0 ? places[^1] : filled.After, IsWhole = places.Count < EndedAtOnce }, cancellation);
        return taken;
    }

    private async Task<int> PutAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var changed = 0;
        foreach (var id in ids)
        {
            if (await initiatives.FindAsync(id, cancellation) is { ReceivedAt: not null } initiative && await keeper.PutAsync(initiatives, initiative, cancellation))
            {
                changed++;
            }
        }

        return changed;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The worklist was put right. Running: {Mended}. Ended before: {Taken}.")]
        public static partial void WorklistMended(ILogger logger, int mended, int taken);
    }
}

/// <summary>How far cases that ended before lines were as they are today were taken onto the worklist.</summary>
/// <param name="After">The last one; null before the first.</param>
/// <param name="IsWhole">Whether all are.</param>
public sealed record WorklistFilled(PlaceAmongEnded? After, bool IsWhole)
{
    /// <summary>Which rows a case has that ended. Another one has all cases taken anew: 2 since rows <c>by-</c>.</summary>
    public const int ShapeOfToday = 2;

    public int Shape { get; init; }
}
