namespace Initiatiefloket.Budget;

/// <summary>How the claim of an initiative on a pot stands.</summary>
public enum ClaimState
{
    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>Money is set apart.</summary>
    Reserved,

    /// <summary>Money is granted.</summary>
    Granted,

    /// <summary>Given up.</summary>
    Released,
}
