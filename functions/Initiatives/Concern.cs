using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// What probably leads to a refusal, and yet is for people to decide: the law asks little of an application (Awb 4:2), so the form warns and lets send, and
/// whoever reviews sees it listed.
/// </summary>
public enum Concern
{
    /// <summary>No pot takes applications on the day of receipt.</summary>
    NoOpenPot,

    /// <summary>Less is asked than the least that is given.</summary>
    BelowMinimum,

    /// <summary>More is asked than the most that is given.</summary>
    AboveMaximum,

    /// <summary>The plan starts before the day of receipt.</summary>
    StartsBeforeReceipt,
}

/// <summary>Finds what probably leads to a refusal.</summary>
public static class Concerns
{
    /// <summary>What stands out in an application.</summary>
    /// <param name="asked">What is asked; null when that is not known yet.</param>
    /// <param name="startsOn">When the plan starts; null when that is not known.</param>
    /// <param name="receivedOn">Day of receipt; for a form that of today.</param>
    /// <param name="policy">The rules.</param>
    public static IReadOnlyList<Concern> Of(Euro? asked, DateOnly? startsOn, DateOnly receivedOn, Policy policy)
    {
        var found = new List<Concern>();
        if (!policy.IsOpenOn(receivedOn))
        {
            found.Add(Concern.NoOpenPot);
        }

        if (asked < policy.Amounts.Minimum)
        {
            found.Add(Concern.BelowMinimum);
        }
        else if (asked > policy.MaxAmount)
        {
            found.Add(Concern.AboveMaximum);
        }

        if (startsOn < receivedOn)
        {
            found.Add(Concern.StartsBeforeReceipt);
        }

        return found;
    }

    /// <summary>What stands out in an application that was received.</summary>
    public static IReadOnlyList<Concern> Of(Initiative initiative, Application application, Policy policy) =>
        initiative.ReceivedAt is { } at ? Of(initiative.Asked, application.StartsOn, LocalTime.DayOf(at), policy) : [];
}
