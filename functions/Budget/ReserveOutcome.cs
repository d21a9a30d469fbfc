using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>What came of asking the pot for money.</summary>
public abstract record ReserveOutcome
{
    private ReserveOutcome()
    {
    }

    /// <summary>The money is set apart for the initiative.</summary>
    public sealed record Reserved(Allocation Allocation) : ReserveOutcome;

    /// <summary>There is not enough, or someone with an earlier receipt waits (Awb 4:26).</summary>
    /// <param name="Position">Place on the list when it joined, from 1.</param>
    /// <param name="ShortBy">
    /// What was missing then to serve it and all before it; zero when the money was there but others come first.
    /// </param>
    public sealed record OnWaitingList(int Position, Euro ShortBy) : ReserveOutcome;
}
