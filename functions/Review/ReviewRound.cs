using System.Diagnostics;
using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Microsoft.DurableTask;

namespace Initiatiefloket.Review;

/// <summary>One round of the review, a part of the workflow of its case.</summary>
public static class ReviewRound
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>
        /// The reviewers, who were invited, are reminded, their deputies step in, and in the end the coordinator is asked to decide instead. When a place on
        /// the panel changes hands, the reminders start anew.
        /// </summary>
        public async Task<ReviewOutcome> HoldRoundAsync(ReviewRoundCase review, ReviewersInvited invited, Waits waits)
        {
            for (var next = 0; next < invited.Nudges.Count;)
            {
                var seen = await waits.UntilAsync(
                    WorkflowEvents.ReviewChanged(review.Round),
                    invited.Nudges[next].At,
                    seen => OutcomeOf(seen) is not null || seen.HandOvers > invited.HandOvers);
                if (OutcomeOf(seen) is { } outcome)
                {
                    return outcome;
                }

                if (seen.HandOvers > invited.HandOvers)
                {
                    invited = await workflow.InviteReviewersAsync(review);
                    next = 0;
                }
                else
                {
                    await workflow.NudgeAsync(review, invited.Nudges[next]);
                    next++;
                }
            }

            // Settles what came first, the end of all reminders or a verdict; then looks which.
            await workflow.LeaveToDeskAsync(review.InitiativeId);
            return OutcomeOf(await waits.LookAsync()) ?? new ReviewOutcome.NobodyDecided();
        }
    }

    private static ReviewOutcome? OutcomeOf(CaseSnapshot seen) => seen switch
    {
        { IsWithdrawn: true } => new ReviewOutcome.Withdrawn(),
        { Verdict: VerdictKind.Approve, Amount: { } amount } => new ReviewOutcome.Approved(amount),
        { Verdict: VerdictKind.Ask } => new ReviewOutcome.QuestionAsked(),
        { Verdict: VerdictKind.Decline } => new ReviewOutcome.Declined(),
        { Verdict: VerdictKind.SetAside } => new ReviewOutcome.NotCompleted(),
        { Verdict: null, Disagrees: true } => new ReviewOutcome.Disagreed(),
        { Verdict: null, Disagrees: false } => null,
        _ => throw new UnreachableException(),
    };
}

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

    /// <summary>The professional sets it aside: it is still not complete (Awb 4:5).</summary>
    public sealed record NotCompleted : ReviewOutcome;

    /// <summary>Nobody decided, after all reminders.</summary>
    public sealed record NobodyDecided : ReviewOutcome;

    /// <summary>The applicant withdrew.</summary>
    public sealed record Withdrawn : ReviewOutcome;
}

/// <summary>Input of the steps of one review round.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Round">Counted from 1.</param>
/// <param name="Kind">What the round is for.</param>
/// <param name="Terms">How long each wait lasts.</param>
/// <param name="Limits">How often things may be repeated.</param>
/// <param name="Bands">Mandate bands of the case.</param>
public sealed record ReviewRoundCase(
    string InitiativeId, int Round, RoundKind Kind, PolicyTerms Terms, Limits Limits, IReadOnlyList<Band> Bands)
{
    /// <summary>The round with which the review of a case begins.</summary>
    public static ReviewRoundCase First(InitiativeCase initiative) =>
        new(initiative.Id, 1, RoundKind.Review, initiative.Rules.Terms, initiative.Rules.Limits, initiative.Rules.Bands);

    /// <summary>The round with which the coordinator takes up a case that nobody decided.</summary>
    public static ReviewRoundCase Again(InitiativeCase initiative) =>
        First(initiative) with { Round = initiative.Resumed!.Round + 1, Kind = RoundKind.Arbitration };

    /// <summary>The round after this one.</summary>
    public ReviewRoundCase Next(RoundKind kind) => this with { Round = Round + 1, Kind = kind };
}

/// <summary>The members of the panel were invited.</summary>
/// <param name="HandOvers">How many places changed hands before that (<see cref="Panel.HandOversIn"/>).</param>
/// <param name="Nudges">When to remind whom, in order; after the last one the round ends undecided.</param>
public sealed record ReviewersInvited(int HandOvers, IReadOnlyList<Nudge> Nudges);
