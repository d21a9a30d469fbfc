using Initiatiefloket.Money;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>How the money of a pot is divided (Awb 4:26), in order of complete applications.</summary>
/// <param name="Rule">Who gets what comes free when it is not enough for whoever is first.</param>
/// <param name="Partial">When a part of what was asked is offered; null for a municipality that offers all or nothing.</param>
/// <param name="Round">The days between which one applies; null for a pot that is open all year, until it closes.</param>
public sealed record Division(DivisionRule Rule, PartialOffers? Partial = null, Round? Round = null)
{
    /// <summary>Strictly in order, whole amounts, all year: what held before it could be chosen.</summary>
    public static Division Strict { get; } = new(DivisionRule.Strict);
}

/// <summary>Who gets what comes free when it is not enough for whoever is first.</summary>
public enum DivisionRule
{
    /// <summary>Nobody: it waits for the first.</summary>
    Strict,

    /// <summary>The next for whom it is enough.</summary>
    BestFit,
}

/// <summary>Offers of a part of what was asked.</summary>
/// <param name="AtLeast">Which part at least, in percent of the amount.</param>
/// <param name="AnswerWithin">How long the applicant can say yes; after that the money goes to the next.</param>
public sealed record PartialOffers(int AtLeast, Term AnswerWithin)
{
    /// <summary>The least that is offered of an amount, rounded up to a cent.</summary>
    public Euro LeastOf(Euro amount) => LeastOf(amount, AtLeast);

    /// <summary>The same, for a percentage.</summary>
    public static Euro LeastOf(Euro amount, int percent) => new((long)(((Int128)amount.Cents * percent + 99) / 100));
}

/// <summary>A round: one applies between two days, and all are decided by a third.</summary>
/// <param name="OpensOn">First day on which one may apply.</param>
/// <param name="ClosesOn">Last day.</param>
/// <param name="DecideBy">Last day of the decisions; who waits for money waits until then.</param>
public sealed record Round(DateOnly OpensOn, DateOnly ClosesOn, DateOnly DecideBy);
