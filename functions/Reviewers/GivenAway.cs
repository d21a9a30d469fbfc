using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Reviewers;

/// <summary>Cases of somebody that went to others while they were away, or because the coordinator wanted it so. Pure.</summary>
/// <param name="Absence">The absence by which they went; null for what the coordinator gave away.</param>
/// <param name="From">First day on which one went.</param>
/// <param name="Until">Last day on which one went.</param>
/// <param name="Takers">Who got how many, the most first.</param>
public sealed record GivenAway(Absence? Absence, DateOnly From, DateOnly Until, IReadOnlyList<(Actor To, int Cases)> Takers)
{
    /// <summary>How many days after its end an absence is still spoken of.</summary>
    public const int DaysAfter = 14;

    /// <summary>What is worth telling somebody on a day.</summary>
    /// <param name="person">Whose cases.</param>
    /// <param name="cases">What is or was on their list.</param>
    /// <param name="absences">Their absences that began, and are not over for long.</param>
    /// <param name="today">The day in town.</param>
    public static IReadOnlyList<GivenAway> Of(Actor person, IEnumerable<Initiative> cases, IReadOnlyList<Absence> absences, DateOnly today)
    {
        var changes = cases.DistinctBy(initiative => initiative.Id)
            .Select(initiative => initiative.Panel.HandOvers.LastOrDefault(change => change.From == person))
            .OfType<HandOver>()
            .ToLookup(change => change.Why);
        var since = today.AddDays(-DaysAfter);
        var byAbsence = absences.Select(absence => Of(absence, changes[HandOverReason.Absence].Where(change => absence.Covers(DayOf(change)))));
        var byCoordinator = Of(absence: null, changes[HandOverReason.Coordinator].Where(change => DayOf(change) >= since));
        return [.. byAbsence.Append(byCoordinator).OfType<GivenAway>()];
    }

    // Null when nothing went.
    private static GivenAway? Of(Absence? absence, IEnumerable<HandOver> changes) => changes.ToList() is [_, ..] given
        ? new GivenAway(
            absence,
            given.Min(DayOf),
            given.Max(DayOf),
            [.. given.CountBy(change => change.To).OrderByDescending(taker => taker.Value).Select(taker => (taker.Key, taker.Value))])
        : null;

    private static DateOnly DayOf(HandOver change) => LocalTime.DayOf(change.At);
}
