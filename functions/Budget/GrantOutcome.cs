using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>What came of granting a reservation.</summary>
public abstract record GrantOutcome
{
    private GrantOutcome()
    {
    }

    /// <summary>The money is granted.</summary>
    /// <param name="Allocation">By fund.</param>
    /// <param name="Released">What was reserved but not granted, and went back to the pot.</param>
    public sealed record Granted(Allocation Allocation, Euro Released) : GrantOutcome;

    /// <summary>There is no reservation of this initiative to grant.</summary>
    /// <param name="State">How its claim stands; null when it never had one.</param>
    public sealed record NotReserved(ClaimState? State) : GrantOutcome;
}
