namespace Initiatiefloket.Budget;

/// <summary>One change of a pot: written whole, or not at all when the pot changed since <see cref="Before"/>.</summary>
internal sealed record PotChange(PotSnapshot Before, PotBalance After, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The claim as it becomes.</summary>
    public PotClaim? Claim { get; init; }

    /// <summary>Who joins the waiting list.</summary>
    public MoneyAsked? Joins { get; init; }

    /// <summary>Who leaves the waiting list.</summary>
    public MoneyAsked? Leaves { get; init; }

    /// <summary>Who is to be told of an offer.</summary>
    public string? Offered { get; init; }

    public int Waiting => Before.Waiting + (Joins is null ? 0 : 1) - (Leaves is null ? 0 : 1);
}
