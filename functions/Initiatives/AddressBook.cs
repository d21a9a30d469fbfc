using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Finds name and address of somebody who takes part in a case. Mail for somebody who left the policy while the case ran goes to the
/// coordinator, so that no step waits for a person who is gone.
/// </summary>
public sealed class AddressBook(Policy policy, InitiativeTable initiatives)
{
    /// <summary>Whom a mail for this actor goes to.</summary>
    public async Task<Recipient> FindAsync(string initiativeId, string actor, CancellationToken cancellation)
    {
        if (actor is Actor.Applicant or Actor.NewAddress)
        {
            var applicant = await initiatives.GetApplicantAsync(initiativeId, cancellation);
            var asked = actor == Actor.NewAddress ? await initiatives.FindEmailChangeAsync(initiativeId, cancellation) : null;
            return new Recipient(applicant.Name, asked?.Email ?? applicant.Email, applicant.Language)
            {
                IsConfirmed = actor == Actor.NewAddress || (await initiatives.GetAsync(initiativeId, cancellation)).State != InitiativeState.Draft,
            };
        }

        return Find(actor);
    }

    /// <summary>Whom a mail for a reviewer, a council member or the coordinator goes to.</summary>
    public Recipient Find(string actor) =>
        FindReviewer(actor) ?? FindCouncilMember(actor) ?? new Recipient(policy.Municipality.Coordinator.Name, policy.Municipality.Coordinator.Email);

    private Recipient? FindReviewer(string actor) =>
        policy.Reviewers.FirstOrDefault(reviewer => reviewer.Id == Actor.ReviewerIdOf(actor)) is { } reviewer
            ? new Recipient(reviewer.Name, reviewer.Email)
            : null;

    private Recipient? FindCouncilMember(string actor) =>
        policy.Council.Members.FirstOrDefault(member => member.Id == Actor.CouncilMemberIdOf(actor)) is { } member
            ? new Recipient(member.Name, member.Email)
            : null;
}
