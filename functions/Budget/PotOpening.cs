namespace Initiatiefloket.Budget;

/// <summary>What came of opening the pot of a year.</summary>
public abstract record PotOpening
{
    private PotOpening()
    {
    }

    /// <summary>The pot stands as the policy says.</summary>
    public sealed record Opened(PotBalance Balance) : PotOpening;

    /// <summary>The policy sets funds lower than what is promised from them; the pot stands as it stood.</summary>
    public sealed record BelowCommitted(IReadOnlyList<FundShortfall> Shortfalls) : PotOpening;
}
