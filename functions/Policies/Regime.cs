using Initiatiefloket.Money;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>How a grant is settled, from an amount on (Awb 4:42 to 4:47).</summary>
/// <param name="From">Lowest amount; a cent below it the one before holds.</param>
/// <param name="Settle">How.</param>
public sealed record Regime(Euro From, SettleWay Settle)
{
    /// <summary>How long after the last day of the activity, or after the request, the municipality settles; null when it does at once.</summary>
    public Term? Within { get; init; }

    /// <summary>How long after the last day of the activity the applicant may ask to settle; null when they need not.</summary>
    public Term? RequestWithin { get; init; }

    /// <summary>The last day to settle; null when that was done at once. On request: when the request comes on the last day.</summary>
    /// <param name="activityEndsOn">Last day of the activity; null when nobody said.</param>
    /// <param name="announcedOn">When the grant was announced, from which is counted in place of that.</param>
    /// <param name="policy">For the calendar, and what counts as the length of such an activity.</param>
    public DateOnly? LastDay(DateOnly? activityEndsOn, DateOnly announcedOn, Policy policy)
    {
        var from = activityEndsOn ?? policy.Terms.SettleAtLatest.LastDay(announcedOn, policy.WorkingDays);
        var asked = RequestWithin?.LastDay(from, policy.WorkingDays) ?? from;
        return Within?.LastDay(asked, policy.WorkingDays);
    }

    /// <summary>The regime of an amount.</summary>
    /// <param name="regimes">Regimes, lowest first.</param>
    /// <param name="amount">What is granted.</param>
    public static Regime For(IReadOnlyList<Regime> regimes, Euro amount) => regimes.Last(regime => regime.From <= amount);
}

/// <summary>How a grant is settled (vaststelling).</summary>
public enum SettleWay
{
    /// <summary>By the decision that grants it.</summary>
    AtOnce,

    /// <summary>By the municipality of its own accord, after the activity (ambtshalve, Awb 4:47).</summary>
    ExOfficio,

    /// <summary>On request of the applicant, after the activity (Awb 4:44).</summary>
    OnRequest,
}
