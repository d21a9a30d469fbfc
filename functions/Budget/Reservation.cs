using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>What came of asking a balance for money.</summary>
public abstract record Reservation
{
    private Reservation()
    {
    }

    /// <summary>The money is set apart.</summary>
    /// <param name="Allocation">Which funds give it.</param>
    /// <param name="After">The balance afterwards.</param>
    public sealed record Reserved(Allocation Allocation, PotBalance After) : Reservation;

    /// <summary>The pot does not have it.</summary>
    /// <param name="ShortBy">How much is missing.</param>
    public sealed record NotEnough(Euro ShortBy) : Reservation;
}
