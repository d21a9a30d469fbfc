using Initiatiefloket.Review;
using Initiatiefloket.Submission;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Workflow;

/// <summary>The first step of every case.</summary>
public sealed class OpeningActivities(Receipts receipts, ReviewActivities reviews)
{
    /// <summary>Confirms receipt and invites who reviews: one step, since the second always follows. What an earlier run of it did is not done again.</summary>
    [Function(nameof(BeginCase))]
    public async Task<ReviewSeating> BeginCase([ActivityTrigger] ReviewRoundCase first, CancellationToken cancellation)
    {
        await receipts.ConfirmAsync(first.InitiativeId, cancellation);
        return await reviews.OpenReviewRound(first, cancellation);
    }
}
