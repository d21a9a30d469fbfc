using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

/// <summary>What stands around a case that somebody has to decide: money, and other initiatives.</summary>
/// <param name="Effect">What granting does to the pot.</param>
/// <param name="Earlier">Other initiatives of the same applicant.</param>
/// <param name="Similar">Granted ones in the same part of town about the same theme.</param>
public sealed record ReviewContext(BudgetEffect Effect, IReadOnlyList<EarlierInitiative> Earlier, IReadOnlyList<PublicInitiative> Similar);

/// <summary>Looks up what stands around a case.</summary>
public sealed class ReviewContexts(PotLedger pot, EarlierInitiatives earlier, PublicInitiatives granted)
{
    /// <summary>The context of a decision.</summary>
    /// <param name="initiative">The case.</param>
    /// <param name="applicant">Who applied.</param>
    /// <param name="amount">The amount as it was typed.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<ReviewContext> FindAsync(Initiative initiative, Applicant applicant, string amount, CancellationToken cancellation) => new(
        BudgetEffect.Of(amount, initiative.Asked, await pot.GetBalanceAsync(initiative.PotYear, cancellation), initiative.Bands),
        await earlier.FindAsync(initiative.Id, applicant, cancellation),
        await granted.FindSimilarAsync(initiative.NeighbourhoodId, initiative.ThemeId, cancellation));
}
