using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Assignment;

/// <summary>A case that is over for somebody.</summary>
/// <param name="Initiative">The initiative as it stands.</param>
/// <param name="EndedAt">Since when.</param>
public sealed record EndedCase(Initiative Initiative, DateTimeOffset EndedAt)
{
    /// <summary>How it ended for somebody: what became of the case, or who has it now.</summary>
    /// <param name="person">Whose list (<see cref="Actor"/>).</param>
    /// <param name="policy">For names.</param>
    public string OutcomeFor(Actor person, Policy policy) => ListedCase.EndFor(Initiative, person) switch
    {
        ListedEnd.HandedOver(var change) => $"Overgedragen aan {policy.NameOf(change.To)}",
        _ => Initiative.State.InDutch,
    };
}
