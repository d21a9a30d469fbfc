using Initiatiefloket.Budget;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Funding;

/// <summary>Keeps the place of a case in the line for money where it belongs.</summary>
public sealed class LinePlaces(InitiativeTable initiatives, PotLedger pot)
{
    /// <summary>Gives a case its place, takes it away, or gives it a new one, by what its row says now. May be repeated.</summary>
    public async Task FollowAsync(string initiativeId, CancellationToken cancellation)
    {
        if (await initiatives.GetAsync(initiativeId, cancellation) is { IsClosed: false, ReceivedAt: { } receivedAt } initiative)
        {
            var wanted = new PlaceWanted(initiativeId, initiative.Asked, receivedAt, initiative.CompleteAt);
            await pot.FollowAsync(initiative.PotYear, wanted, cancellation);
        }
    }

    /// <summary>Takes a case that got no money out of the line, and gives back what was reserved for it. May be repeated.</summary>
    /// <param name="potYear">Year of the pot.</param>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="takenUp">How often it was taken up again.</param>
    public Task LeaveAsync(int potYear, string initiativeId, int takenUp, CancellationToken cancellation) =>
        pot.ReleaseAsync(potYear, initiativeId, CaseKeys.Of($"{initiativeId}:release", takenUp), cancellation);
}
