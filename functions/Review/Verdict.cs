using Initiatiefloket.Budget;

namespace Initiatiefloket.Review;

/// <summary>What a professional decides in a review round.</summary>
public enum VerdictKind
{
    /// <summary>Grant it.</summary>
    Approve,

    /// <summary>Ask the applicant to complete it (Awb 4:5), which suspends the legal clock (4:15).</summary>
    Ask,

    /// <summary>Refuse it.</summary>
    Decline,
}

/// <summary>The verdict of a review round.</summary>
public sealed record Verdict
{
    public required int Round { get; init; }

    public required VerdictKind Kind { get; init; }

    /// <summary>Who gave it (<see cref="Initiatives.Actor"/>).</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The reasons, or the question: what the applicant reads (Awb 3:46).</summary>
    public required string Words { get; init; }

    /// <summary>The amount to grant, at most what was asked; only when approved.</summary>
    public Euro? Amount { get; init; }

    /// <summary>Conditions of the grant, or null.</summary>
    public string? Conditions { get; init; }

    /// <summary>What the applicant answered to the question.</summary>
    public string? Answer { get; init; }

    /// <summary>When the applicant answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}
