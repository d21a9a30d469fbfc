using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Reviewers;

/// <summary>A case that is over for somebody.</summary>
/// <param name="Initiative">The initiative as it stands.</param>
/// <param name="EndedAt">Since when.</param>
public sealed record EndedCase(Initiative Initiative, DateTimeOffset EndedAt)
{
    /// <summary>How it ended for somebody: what became of the case, or who has it now.</summary>
    /// <param name="person">Whose list (<see cref="Actor"/>).</param>
    /// <param name="policy">For names.</param>
    public string OutcomeFor(string person, Policy policy) => ListedCase.EndFor(Initiative, person) switch
    {
        ListedEnd.HandedOver(var change) => $"Overgedragen aan {NameOf(change.To, policy)}",
        _ => Initiative.State switch
        {
            InitiativeState.Granted => "Toegekend",
            InitiativeState.Rejected => "Afgewezen",
            InitiativeState.SetAside => "Niet behandeld: niet op tijd aangevuld",
            InitiativeState.Withdrawn => "Ingetrokken door de aanvrager",
            _ => "Niet op tijd beslist; de coördinator pakt het op",
        },
    };

    private static string NameOf(string person, Policy policy) =>
        policy.Reviewers.FirstOrDefault(reviewer => Actor.Reviewer(reviewer.Id) == person)?.Name ?? "de coördinator";
}
