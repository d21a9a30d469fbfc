namespace Initiatiefloket.Budget;

/// <summary>What a ledger entry records.</summary>
public enum LedgerEntryKind
{
    /// <summary>A fund was put in, raised or lowered.</summary>
    Fund,

    /// <summary>Money was set apart.</summary>
    Reserve,

    /// <summary>An initiative joined the waiting list.</summary>
    Wait,

    /// <summary>Money was set apart for the first of the waiting list.</summary>
    Offer,

    /// <summary>A reservation was granted; what was left of it went back.</summary>
    Grant,

    /// <summary>A reservation went back to the pot.</summary>
    Release,

    /// <summary>An initiative left the waiting list.</summary>
    Leave,
}
