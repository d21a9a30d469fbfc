namespace Initiatiefloket.Budget;

/// <summary>What came of bringing a pot to the amounts of the policy.</summary>
public abstract record PotFunding
{
    private PotFunding()
    {
    }

    /// <summary>The pot has the funds of the policy.</summary>
    public sealed record Funded(PotBalance Balance) : PotFunding;

    /// <summary>Nothing changed: money that is promised cannot be taken out again.</summary>
    public sealed record BelowCommitted(IReadOnlyList<FundShortfall> Shortfalls) : PotFunding;
}
