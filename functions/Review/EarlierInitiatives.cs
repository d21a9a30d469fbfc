using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;

namespace Initiatiefloket.Review;

/// <summary>Finds other initiatives of an applicant, by e-mail address.</summary>
public sealed class EarlierInitiatives(LinkIndex index, InitiativeTable initiatives)
{
    private const int MostShown = 10;

    /// <summary>The latest that were received, newest first.</summary>
    /// <param name="id">The initiative at hand, which is left out.</param>
    /// <param name="applicant">Who applied.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<IReadOnlyList<EarlierInitiative>> FindAsync(string id, Applicant applicant, CancellationToken cancellation)
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
