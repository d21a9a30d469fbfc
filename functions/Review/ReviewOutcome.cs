using Initiatiefloket.Money;

namespace Initiatiefloket.Review;

/// <summary>How a review, or one round of it, ended.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <summary>The professional advises to grant this amount.</summary>
    public sealed record Approved(Euro Amount) : ReviewOutcome;

    /// <summary>The professional refuses.</summary>
    public sealed record Declined : ReviewOutcome;

    /// <summary>The applicant has to answer first.</summary>
    public sealed record QuestionAsked : ReviewOutcome;

    /// <summary>The reviewers voted, not all the same.</summary>
    public sealed record Disagreed : ReviewOutcome;

    /// <summary>The applicant did not answer within the recovery term.</summary>
    public sealed record NotCompleted : ReviewOutcome;

    /// <summary>Nobody decided, after all reminders.</summary>
    public sealed record NobodyDecided : ReviewOutcome;

    /// <summary>The applicant withdrew.</summary>
    public sealed record Withdrawn : ReviewOutcome;
}
