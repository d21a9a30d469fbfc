using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Initiatives;

/// <summary>How an initiative stands against its legal date on a day.</summary>
/// <param name="DecideBy">Last day for the decision (Awb 4:13).</param>
/// <param name="DaysLeft">Days left after this day, without those on which the clock stands still; negative when it is too late.</param>
/// <param name="IsSuspended">Whether the clock stands still on this day (Awb 4:15).</param>
/// <param name="ExtendedTo">The later day when the term is extended, or a later date is told, on this day (Awb 4:14); null when that cannot be done.</param>
/// <param name="Penalty">What a notice of default set off (Awb 4:17); null when none was received.</param>
public sealed record Deadline(DateOnly DecideBy, int DaysLeft, bool IsSuspended, DateOnly? ExtendedTo, Penalty? Penalty)
{
    /// <summary>Who set the term; decides what a later day is worth (<see cref="DecisionSource.ExtensionMovesTheEnd"/>).</summary>
    public DecisionSource Source { get; init; } = DecisionSource.ByLaw;

    /// <summary>The later day that the applicant was told and that moves no term; null when there is none.</summary>
    public DateOnly? ToldDay { get; init; }

    /// <summary>The last day of the time that the applicant gave us, as long as it runs; null when none does.</summary>
    public DateOnly? AgreedUntil { get; init; }

    public bool IsTooLate => DaysLeft < 0;

    /// <summary>How it stands on a day.</summary>
    /// <param name="initiative">An initiative that was received.</param>
    /// <param name="policy">For the calendar, the length of an extension and what a penalty costs.</param>
    /// <param name="today">The day in town.</param>
    public static Deadline Of(Initiative initiative, Policy policy, DateOnly today)
    {
        var (legal, calendar) = (initiative.Clock!, policy.WorkingDays);
        var decideBy = legal.DecideBy(calendar);
        return new Deadline(
            decideBy,
            legal.DaysLeft(today, calendar),
            legal.IsSuspendedOn(today),
            legal.Extend(today, policy.For(initiative).Terms.Extension, calendar) is ClockChange.Changed extended ? extended.Clock.AnnouncedDay(calendar) : null,
            initiative.DefaultNoticeOn is { } noticeOn && Penalty.IsSetOff(noticeOn, decideBy) ? new Penalty(noticeOn, policy.PenaltyRatesOn(noticeOn)) : null)
        {
            Source = legal.Source,
            ToldDay = legal.ToldDay(calendar),
            AgreedUntil = legal.AgreedUntil(today),
        };
    }
}
