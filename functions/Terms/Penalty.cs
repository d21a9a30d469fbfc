using Initiatiefloket.Budget;

namespace Initiatiefloket.Terms;

/// <summary>
/// What the municipality owes the applicant for each day that a decision is late after a notice of default (dwangsom, Awb 4:17). Pure;
/// days come from the caller.
/// </summary>
/// <param name="NoticeOn">Day on which the notice (ingebrekestelling) was received, after the decision term had passed.</param>
public sealed record Penalty(DateOnly NoticeOn)
{
    /// <summary>The penalty runs for so many days at most (Awb 4:17, first paragraph).</summary>
    public const int MostDays = 42;

    private const int DaysOfRate = 14;

    private static readonly Term Grace = new(2, TermUnit.Weeks);

    private static readonly Term SettlementTerm = new(2, TermUnit.Weeks);

    // Awb 4:17, second paragraph: the first fourteen days, the next fourteen, the rest; as indexed from 1 January 2019 (Stcrt. 2018, 65542).
    // They do not follow the index every year (Awb 11:2, second paragraph).
    private static readonly Euro[] Rates = [Euro.Whole(23), Euro.Whole(35), Euro.Whole(45)];

    /// <summary>The most that can be owed: all days together.</summary>
    public static Euro Highest { get; } = Euro.Sum(Enumerable.Range(0, MostDays).Select(RateOf));

    /// <summary>What the first day costs, and each of the days of the first two weeks.</summary>
    public static Euro LowestRate => Rates[0];

    /// <summary>
    /// The first day that is paid for: when two weeks have passed after the day of the notice (Awb 4:17, third paragraph). Should it fall in
    /// a weekend, that day is kept: the earliest day on which money can be owed is what the desk has to reckon with.
    /// </summary>
    public DateOnly FirstDay => Grace.LastDay(NoticeOn, WorkingDays.OfLaw).AddDays(1);

    /// <summary>The last day that is paid for when no decision is announced (the Algemene termijnenwet does not apply: 4:17, first paragraph).</summary>
    public DateOnly LastDay => FirstDay.AddDays(MostDays - 1);

    /// <summary>The penalty that a notice sets off; null when it came before the term had passed, for then it counts for nothing.</summary>
    /// <param name="noticeOn">Day on which the notice was received.</param>
    /// <param name="decideBy">Last day of the decision term (<see cref="LegalClock.DecideBy"/>).</param>
    public static Penalty? Of(DateOnly noticeOn, DateOnly decideBy) => noticeOn > decideBy ? new Penalty(noticeOn) : null;

    /// <summary>How many days are paid for up to and including this one, as long as no decision is announced.</summary>
    public int DaysOn(DateOnly day) => Math.Clamp(day.DayNumber - FirstDay.DayNumber + 1, 0, MostDays);

    /// <summary>What is owed up to and including this day, as long as no decision is announced.</summary>
    public Euro AmountOn(DateOnly day) => Euro.Sum(Enumerable.Range(0, DaysOn(day)).Select(RateOf));

    /// <summary>What this day by itself costs; nothing before the first and after the last day that is paid for.</summary>
    public Euro RateOn(DateOnly day) => day < FirstDay || day > LastDay ? Euro.Zero : RateOf(DaysOn(day) - 1);

    /// <summary>
    /// Last day to settle by decision that and how much is owed: two weeks after the last day that is paid for (Awb 4:18).
    /// </summary>
    /// <param name="lastDay">That day: <see cref="LastDay"/>, or the one before the decision was announced.</param>
    /// <param name="workingDays">The calendar.</param>
    public static DateOnly SettleBy(DateOnly lastDay, WorkingDays workingDays) =>
        SettlementTerm.LastDay(lastDay, workingDays, TermOrigin.Law);

    private static Euro RateOf(int day) => Rates[Math.Min(day / DaysOfRate, Rates.Length - 1)];
}
