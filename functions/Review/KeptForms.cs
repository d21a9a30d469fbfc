namespace Initiatiefloket.Review;

/// <summary>Forms that somebody works on and did not send yet.</summary>
public sealed class KeptForms(ReviewDraftTable reviews, AnswerDraftTable answers)
{
    /// <summary>Forgets all forms that were kept of a closed case, however it ended and whoever kept them. May be repeated.</summary>
    public async Task ForgetAsync(string initiativeId, CancellationToken cancellation)
    {
        await reviews.RemoveAllAsync(initiativeId, cancellation);
        await answers.RemoveAllAsync(initiativeId, cancellation);
    }
}
