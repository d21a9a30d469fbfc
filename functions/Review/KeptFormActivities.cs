using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>Forgets forms that nobody goes on with.</summary>
public sealed class KeptFormActivities(ReviewDraftTable reviews, AnswerDraftTable answers)
{
    /// <summary>Forgets all forms that were kept of a closed case, however it ended and whoever kept them. May be repeated.</summary>
    [Function(nameof(ForgetKeptForms))]
    public async Task ForgetKeptForms([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        await reviews.RemoveAllAsync(initiativeId, cancellation);
        await answers.RemoveAllAsync(initiativeId, cancellation);
    }
}
