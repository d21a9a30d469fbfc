using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Reviewers;

/// <summary>A case that still runs, as it stands in somebody's overview. Pure.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="IsYours">Whether it waits for this person.</param>
/// <param name="WaitsFor">What it waits for.</param>
/// <param name="Deadline">How it stands against its legal date (Awb 4:13).</param>
public sealed record OverviewItem(Initiative Initiative, bool IsYours, string WaitsFor, Deadline Deadline)
{
    /// <summary>"dinsdag 28 april 2026 (nog 3 dagen)", and whether the clock stands still (Awb 4:15).</summary>
    public string DecideBy => Deadline.IsSuspended ? $"{DeadlineWords.Date(Deadline)}; de termijn staat nu stil" : DeadlineWords.Date(Deadline);

    /// <summary>The case as this person sees it.</summary>
    /// <param name="initiative">An initiative that was received and is not closed.</param>
    /// <param name="person">Whose overview (<see cref="Actor"/>).</param>
    /// <param name="policy">For names and the calendar.</param>
    /// <param name="today">The day in town.</param>
    public static OverviewItem Of(Initiative initiative, Actor person, Policy policy, DateOnly today)
    {
        var isYours = ListedCase.Awaits(initiative, person);
        return new OverviewItem(
            initiative,
            isYours,
            isYours ? YoursInWords(initiative.Panel.Kind) : DeadlineWords.WaitsFor(initiative, policy) + SinceInWords(initiative),
            Deadline.Of(initiative, policy, today));
    }

    private static string YoursInWords(RoundKind kind) => kind switch
    {
        RoundKind.Conversation => "uw besluit, na overleg met uw collega's",
        RoundKind.Arbitration => "uw besluit: de professionals zijn het niet eens",
        _ => "uw besluit",
    };

    private static string SinceInWords(Initiative initiative) =>
        initiative.State == InitiativeState.WaitingForApplicant && initiative.VerdictOf(initiative.Round) is { } asked
            ? $", sinds {TownTime.DayOf(asked.At).InWords()}"
            : "";
}
