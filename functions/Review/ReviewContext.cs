using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Money;

namespace Initiatiefloket.Review;

/// <summary>What stands around a case that somebody has to decide: money, and other initiatives.</summary>
/// <param name="Effect">What granting does to the pot.</param>
/// <param name="Earlier">Other initiatives of the same applicant.</param>
/// <param name="Similar">Granted ones in the same part of town about the same theme.</param>
public sealed record ReviewContext(BudgetEffect Effect, IReadOnlyList<EarlierInitiative> Earlier, IReadOnlyList<PublicInitiative> Similar);

/// <summary>Another initiative of the same applicant.</summary>
/// <param name="Id">Its reference.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Year">Year of receipt.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Granted">What was granted, or null.</param>
public sealed record EarlierInitiative(string Id, string Title, int Year, InitiativeState State, Euro? Granted)
{
    /// <summary>Of an initiative that was received.</summary>
    public static EarlierInitiative Of(Initiative initiative) => new(
        initiative.Id,
        initiative.Title,
        initiative.PotYear,
        initiative.State,
        initiative.State == InitiativeState.Granted ? initiative.VerdictOf(initiative.Round)?.Amount : null);
}

/// <summary>Looks up what stands around a case.</summary>
public sealed class ReviewContexts(PotLedger pot, PublicInitiatives granted, LinkIndex index, InitiativeTable initiatives)
{
    private const int MostShown = 10;

    /// <summary>The context of a decision.</summary>
    /// <param name="initiative">The case.</param>
    /// <param name="applicant">Who applied.</param>
    /// <param name="amount">The amount as it was typed.</param>
    public async Task<ReviewContext> FindAsync(Initiative initiative, Applicant applicant, string amount, CancellationToken cancellation) => new(
        BudgetEffect.Of(amount, initiative.Asked, await pot.GetBalanceAsync(initiative.PotYear, cancellation), initiative.Bands),
        await FindEarlierAsync(initiative.Id, applicant, cancellation),
        await granted.FindSimilarAsync(initiative.NeighbourhoodId, initiative.ThemeId, cancellation));

    // By e-mail address: the latest that were received, newest first, without the one at hand.
    private async Task<IReadOnlyList<EarlierInitiative>> FindEarlierAsync(string id, Applicant applicant, CancellationToken cancellation)
    {
        var key = await index.KeyOfAsync(applicant.Email, cancellation);
        var found = new List<Initiative>();
        foreach (var held in await index.FindApplicantsAsync(key, cancellation))
        {
            if (held.InitiativeId != id
                && await initiatives.FindAsync(held.InitiativeId, cancellation) is { ReceivedAt: not null } other
                && await IsOfAsync(other.Id, key, cancellation))
            {
                found.Add(other);
            }
        }

        return [.. found.OrderByDescending(other => other.ReceivedAt).Take(MostShown).Select(EarlierInitiative.Of)];
    }

    // The index is a hint: the applicant may have another address by now.
    private async Task<bool> IsOfAsync(string id, string key, CancellationToken cancellation) =>
        await index.KeyOfAsync((await initiatives.GetApplicantAsync(id, cancellation)).Email, cancellation) == key;
}
