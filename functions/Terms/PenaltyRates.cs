using Initiatiefloket.Money;

namespace Initiatiefloket.Terms;

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
