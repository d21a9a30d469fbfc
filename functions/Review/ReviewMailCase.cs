using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>What the mails to whoever decides a round tell about a case.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Application">What was filled in.</param>
/// <param name="Applicant">Who applied.</param>
/// <param name="Person">Whom the mail is for (<see cref="Actor"/>).</param>
/// <param name="Policy">The policy.</param>
/// <param name="Clock">The present.</param>
public sealed record ReviewMailCase(
    Initiative Initiative, Application Application, Applicant Applicant, Actor Person, Policy Policy, TimeProvider Clock)
{
    /// <summary>Names of the other members of the panel who did not vote yet.</summary>
    public IReadOnlyList<string> SilentNames =>
        [.. Initiative.Panel.SilentIn(Initiative.Round).Where(person => person != Person).Select(person => Policy.NameOf(person))];

    /// <summary>Set when this person sits here in place of a colleague.</summary>
    public HandOver? InPlaceOf => Initiative.Panel.HandOvers.LastOrDefault(change => change.Round == Initiative.Round && change.To == Person);

    /// <summary>False when the applicant was asked as often as the policy allows.</summary>
    public bool MayAsk => Initiative.MayBeAsked(Policy.Limits);

    /// <summary>True when this person voted before and disagreed with the others.</summary>
    public bool HasDisagreed => Initiative.Panel.Votes.Any(vote => vote.By == Person);

    /// <summary>How many decide together.</summary>
    public int Members => Initiative.Panel.Seats.Count;

    /// <summary>The questions of the round before this one with their answers; null in the first round.</summary>
    public Verdict? Answered => Initiative.VerdictOf(Initiative.Round - 1) is { AnsweredAt: not null } answered ? answered : null;

    /// <summary>The legal date with the days left.</summary>
    public string DecideBy => Initiative.Clock!.DecideByInWords(Today, Policy.WorkingDays);

    public int DaysLeft => Initiative.Clock!.DaysLeft(Today, Policy.WorkingDays);

    private DateOnly Today => TownTime.DayOf(Clock.GetUtcNow());
}
