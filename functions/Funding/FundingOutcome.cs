namespace Initiatiefloket.Funding;

/// <summary>Whether the money for a grant was found.</summary>
public enum FundingOutcome
{
    /// <summary>Reserved.</summary>
    Reserved,

    /// <summary>The pot stayed empty until the wait ended (Awb 4:25).</summary>
    NotInTime,

    /// <summary>The applicant withdrew.</summary>
    Withdrawn,
}
