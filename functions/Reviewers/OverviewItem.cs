using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Reviewers;

/// <summary>A case that still runs, as it stands in somebody's overview. Pure.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="IsYours">Whether it waits for this person.</param>
/// <param name="Awaited">What it waits for.</param>
/// <param name="DecideBy">The legal date (Awb 4:13).</param>
/// <param name="DaysLeft">Days left until then, without those on which the clock stands still; negative when it is too late.</param>
/// <param name="StandsStill">Whether the clock stands still today (Awb 4:15).</param>
public sealed record OverviewItem(Initiative Initiative, bool IsYours, string Awaited, DateOnly DecideBy, int DaysLeft, bool StandsStill)
{
    /// <summary>The case as this person sees it.</summary>
    /// <param name="initiative">An initiative that was received and is not closed.</param>
    /// <param name="person">Whose overview (<see cref="Actor"/>).</param>
    /// <param name="policy">For names and the calendar.</param>
    /// <param name="today">The day in town.</param>
    public static OverviewItem Of(Initiative initiative, string person, Policy policy, DateOnly today)
    {
        var (legal, calendar) = (initiative.Clock!, policy.WorkingDays);
        var isYours = ListedCase.Awaits(initiative, person);
        return new OverviewItem(
            initiative,
            isYours,
            isYours ? YoursInWords(initiative.Panel.Kind) : InWords(initiative, policy),
            legal.DecideBy(calendar),
            legal.DaysLeft(today, calendar),
            legal.IsSuspendedOn(today));
    }

    /// <summary>"dinsdag 28 april 2026 (nog 3 dagen)".</summary>
    public string Deadline => $"{DecideBy.ToDutchWithWeekday()} ({DaysInWords}{(StandsStill ? ", de termijn staat nu stil" : "")})";

    private string DaysInWords => DaysLeft switch
    {
        -1 => "1 dag te laat",
        < 0 => $"{-DaysLeft} dagen te laat",
        0 => "vandaag",
        1 => "nog 1 dag",
        _ => $"nog {DaysLeft} dagen",
    };

    private static string YoursInWords(RoundKind kind) => kind switch
    {
        RoundKind.Conversation => "Uw besluit, na overleg met uw collega's",
        RoundKind.Arbitration => "Uw besluit: de professionals zijn het niet eens",
        _ => "Uw besluit",
    };

    private static string InWords(Initiative initiative, Policy policy) => initiative.State switch
    {
        InitiativeState.InReview when initiative.AcceptsVerdict(initiative.Round) =>
            $"Besluit van {string.Join(" en ", initiative.Panel.SilentIn(initiative.Round).Select(person => NameOf(person, policy)))}",
        InitiativeState.WaitingForApplicant => $"Antwoord van de aanvrager{Since(initiative.VerdictOf(initiative.Round))}",
        InitiativeState.WaitingList => "Geld in de pot: de aanvraag staat op de wachtlijst",
        InitiativeState.CouncilWindow => "Raadsleden die meekijken",
        InitiativeState.CouncilDecides => "Besluit van de gemeenteraad",
        _ => "Niets: het loket gaat verder",
    };

    private static string Since(Verdict? asked) => asked is null ? "" : $", sinds {TownTime.DayOf(asked.At).ToDutch()}";

    private static string NameOf(string person, Policy policy) => person == Actor.Coordinator
        ? "de coördinator"
        : policy.Reviewers.FirstOrDefault(reviewer => Actor.Reviewer(reviewer.Id) == person)?.Name ?? "een collega";
}
