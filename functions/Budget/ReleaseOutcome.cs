using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>What came of giving up a claim on the pot.</summary>
public abstract record ReleaseOutcome
{
    private ReleaseOutcome()
    {
    }

    /// <summary>The reservation went back to the pot.</summary>
    public sealed record Released(Euro Amount) : ReleaseOutcome;

    /// <summary>The initiative left the waiting list.</summary>
    public sealed record LeftWaitingList : ReleaseOutcome;

    /// <summary>There was nothing to give up: no claim, given up before, or already granted.</summary>
    /// <param name="State">How its claim stands; null when it never had one.</param>
    public sealed record NothingToRelease(ClaimState? State) : ReleaseOutcome;
}
