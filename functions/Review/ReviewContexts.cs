using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Review.Advising;

namespace Initiatiefloket.Review;

/// <summary>Looks up what stands around a case.</summary>
public sealed class ReviewContexts(PotLedger pot, EarlierInitiatives earlier, PublicInitiatives granted, CaseTalkTable talk)
{
    /// <summary>The context of a decision.</summary>
    /// <param name="initiative">The case.</param>
    /// <param name="applicant">Who applied.</param>
    /// <param name="person">Who reads it.</param>
    /// <param name="amount">The amount as it was typed.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<ReviewContext> FindAsync(
        Initiative initiative, Applicant applicant, string person, string amount, CancellationToken cancellation)
    {
        var balance = await pot.GetBalanceAsync(initiative.PotYear, cancellation);
        return new ReviewContext(
            BudgetEffect.Of(amount, initiative.Asked, balance, initiative.Bands),
            await earlier.FindAsync(initiative.Id, applicant, cancellation),
            await granted.FindSimilarAsync(initiative.NeighbourhoodId, initiative.ThemeId, cancellation),
            (await talk.GetAsync(initiative.Id, cancellation)).SeenBy(person, initiative));
    }
}
