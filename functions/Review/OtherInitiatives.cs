using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Money;

namespace Initiatiefloket.Review;

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
        initiative.State == InitiativeState.Granted ? initiative.AmountToGrant : null);
}

/// <summary>Looks up initiatives that say something about the one at hand.</summary>
public sealed class OtherInitiatives(PublicInitiatives granted, LinkIndex index, InitiativeTable initiatives)
{
    private const int MostShown = 10;

    /// <summary>Granted ones in the same part of town about the same theme.</summary>
    public Task<IReadOnlyList<PublicInitiative>> FindSimilarAsync(Initiative initiative, CancellationToken cancellation) =>
        granted.FindSimilarAsync(initiative.NeighbourhoodId, initiative.ThemeId, cancellation);

    /// <summary>The latest of the same applicant that were received, newest first: by e-mail address, and without the one at hand.</summary>
    public async Task<IReadOnlyList<EarlierInitiative>> FindEarlierAsync(string id, Applicant applicant, CancellationToken cancellation)
    {
        var keys = await index.KeysOfAsync(applicant.Email, cancellation);
        var found = new List<Initiative>();
        foreach (var held in await index.FindApplicantsAsync(keys, cancellation))
        {
            if (held.InitiativeId != id
                && await initiatives.FindAsync(held.InitiativeId, cancellation) is { ReceivedAt: not null } other
                && await IsOfAsync(other.Id, keys[0], cancellation))
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
