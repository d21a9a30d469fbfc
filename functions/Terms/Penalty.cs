using Initiatiefloket.Money;

namespace Initiatiefloket.Terms;

/// <summary>
/// What the municipality owes the applicant for each day that a decision is late after a notice of default (dwangsom, Awb 4:17). Pure;
/// days come from the caller.
/// </summary>
/// <param name="NoticeOn">Day on which the notice (ingebrekestelling) was received, after the decision term had passed.</param>
/// <param name="Rates">What its days cost.</param>
public sealed record Penalty(DateOnly NoticeOn, PenaltyRates Rates)
{
    /// <summary>The penalty runs for so many days at most (Awb 4:17, first paragraph).</summary>
    public const int MostDays = 42;

    private static readonly Term Grace = new(2, TermUnit.Weeks);

    private static readonly Term SettlementTerm = new(2, TermUnit.Weeks);

    /// <summary>
    /// The first day that is paid for: when two weeks have passed after the day of the notice (Awb 4:17, third paragraph). Should it fall in
    /// a weekend, that day is kept: the earliest day on which money can be owed is what the desk has to reckon with.
    /// </summary>
    public DateOnly FirstDay => Grace.LastDay(NoticeOn, WorkingDays.OfLaw).AddDays(1);

    /// <summary>The last day that is paid for when no decision is announced (the Algemene termijnenwet does not apply: 4:17, first paragraph).</summary>
    public DateOnly LastDay => FirstDay.AddDays(MostDays - 1);

    /// <summary>Whether a notice sets off a penalty: one that came before the term had passed counts for nothing.</summary>
    /// <param name="noticeOn">Day on which the notice was received.</param>
    /// <param name="decideBy">Last day of the decision term (<see cref="LegalClock.DecideBy"/>).</param>
    public static bool IsSetOff(DateOnly noticeOn, DateOnly decideBy) => noticeOn > decideBy;

    /// <summary>How many days are paid for up to and including this one, as long as no decision is announced.</summary>
    public int DaysOn(DateOnly day) => Math.Clamp(day.DayNumber - FirstDay.DayNumber + 1, 0, MostDays);

    /// <summary>What is owed up to and including this day, as long as no decision is announced.</summary>
    public Euro AmountOn(DateOnly day) => Rates.SumOf(DaysOn(day));

    /// <summary>What this day by itself costs; nothing before the first and after the last day that is paid for.</summary>
    public Euro RateOn(DateOnly day) => day < FirstDay || day > LastDay ? Euro.Zero : Rates.Of(DaysOn(day) - 1);

    /// <summary>
    /// Last day to settle by decision that and how much is owed: two weeks after the last day that is paid for (Awb 4:18).
    /// </summary>
    /// <param name="lastDay">That day: <see cref="LastDay"/>, or the one before the decision was announced.</param>
    /// <param name="workingDays">The calendar.</param>
    public static DateOnly SettleBy(DateOnly lastDay, WorkingDays workingDays) =>
        SettlementTerm.LastDay(lastDay, workingDays, TermOrigin.Law);
}

/// <summary>
/// What a day of a penalty costs (Awb 4:17, second paragraph). The amounts are indexed now and then (Awb 11:2); those of the day on which the notice of
/// default was received hold (Stcrt. 2018, 65542).
/// </summary>
/// <param name="From">Notices that are received from this day on have these amounts.</param>
/// <param name="FirstTwoWeeks">Each of the first fourteen days.</param>
/// <param name="NextTwoWeeks">Each of the fourteen days after these.</param>
/// <param name="LastTwoWeeks">Each of the rest.</param>
public sealed record PenaltyRates(DateOnly From, Euro FirstTwoWeeks, Euro NextTwoWeeks, Euro LastTwoWeeks)
{
    private const int DaysOfRate = 14;

    /// <summary>The most that can be owed: all days together.</summary>
    public Euro Highest => SumOf(Penalty.MostDays);

    /// <summary>What a day costs.</summary>
    /// <param name="day">Counted from 0, below <see cref="Penalty.MostDays"/>.</param>
    public Euro Of(int day) => (day / DaysOfRate) switch
    {
        0 => FirstTwoWeeks,
        1 => NextTwoWeeks,
        _ => LastTwoWeeks,
    };

    /// <summary>What the first so many days cost together.</summary>
    public Euro SumOf(int days) => Euro.Sum(Enumerable.Range(0, days).Select(Of));
}
