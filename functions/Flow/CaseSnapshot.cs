using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;

namespace Initiatiefloket.Flow;

/// <summary>What a workflow reads from the row of its initiative when it is woken: ids and small decisions only.</summary>
/// <param name="State">Where the initiative stands.</param>
/// <param name="Verdict">The professional's verdict in the last round, when given.</param>
/// <param name="Amount">The amount of an approving verdict.</param>
/// <param name="Disagrees">True when all reviewers voted in the last round, not all the same.</param>
/// <param name="HandOvers">How many places on the panel changed hands in the last round, apart from those of silent reviewers.</param>
/// <param name="IsAnswered">True when the applicant answered the question of the last round.</param>
/// <param name="CallIns">Number of council members who called in.</param>
/// <param name="CouncilChoice">What the council decided, when it did.</param>
/// <param name="IsFunded">True when money came free for who was on the waiting list.</param>
public sealed record CaseSnapshot(
    InitiativeState State,
    VerdictKind? Verdict,
    Euro? Amount,
    bool Disagrees,
    int HandOvers,
    bool IsAnswered,
    int CallIns,
    CouncilChoice? CouncilChoice,
    bool IsFunded)
{
    public bool IsWithdrawn => State == InitiativeState.Withdrawn;
}
