namespace Initiatiefloket.Initiatives;

/// <summary>What a review round is for.</summary>
public enum RoundKind
{
    /// <summary>Each reviewer of the band decides.</summary>
    Review,

    /// <summary>The reviewers disagreed: they read each other's reasons, talk, and each decides again.</summary>
    Conversation,

    /// <summary>They still disagree: the coordinator decides.</summary>
    Arbitration,
}
