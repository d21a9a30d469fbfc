namespace Initiatiefloket.Terms;

/// <summary>Why the legal clock could not be changed.</summary>
public enum ClockRefusal
{
    /// <summary>The term was extended before; it can be done once (Awb 4:14).</summary>
    AlreadyExtended,

    /// <summary>The decision term has passed; it can no longer be extended or suspended.</summary>
    TermHasPassed,

    /// <summary>A request to the applicant is still open.</summary>
    AlreadySuspended,

    /// <summary>There is no request to the applicant that is still unanswered.</summary>
    NotSuspended,

    /// <summary>The day lies before an earlier event on the clock.</summary>
    OutOfOrder,
}
