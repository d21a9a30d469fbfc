using System.Diagnostics;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>Whom a mail goes to.</summary>
/// <param name="Name">As the mail program shows it.</param>
/// <param name="Email">The address.</param>
/// <param name="Language">Code of the language that somebody chose; null for Dutch.</param>
public sealed record Recipient(string Name, string Email, string? Language = null)
{
    /// <summary>False as long as nobody confirmed that the address is theirs: then no mail repeats the name, which a stranger may have typed.</summary>
    public bool IsConfirmed { get; init; } = true;
}

/// <summary>
/// The directory of who takes part in a case: name, role, address and language. Mail for somebody who left the policy while the case ran goes to the
/// coordinator, so that no step waits for a person who is gone.
/// </summary>
public sealed class People(Policy policy, InitiativeTable initiatives)
{
    /// <summary>Whom a mail for this actor goes to.</summary>
    public async Task<Recipient> FindAsync(string initiativeId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Kind is not (ActorKind.Applicant or ActorKind.NewAddress))
        {
            return Find(actor);
        }

        var isNewAddress = actor.Kind == ActorKind.NewAddress;
        var applicant = await initiatives.GetApplicantAsync(initiativeId, cancellation);
        var asked = isNewAddress ? (await initiatives.GetContactChangesAsync(initiativeId, cancellation)).Waiting : null;
        return new Recipient(applicant.Name, asked?.Email ?? applicant.Email, applicant.Language)
        {
            IsConfirmed = isNewAddress || (await initiatives.GetAsync(initiativeId, cancellation)).State != InitiativeState.Draft,
        };
    }

    /// <inheritdoc cref="PeopleInPolicy.IsOutOfOffice"/>
    public bool IsOutOfOffice(Actor actor, DateOnly day) => policy.IsOutOfOffice(actor, day);

    /// <summary>All whom the policy names.</summary>
    public IEnumerable<Actor> Professionals => policy.Professionals;

    /// <summary>Those whom the policy names who read mail at an address.</summary>
    public IReadOnlyList<Actor> ProfessionalsAt(string email) => [.. policy.Professionals.Where(person => Mailbox.IsSame(Find(person).Email, email))];

    /// <summary>Those of them who applied for an initiative themselves.</summary>
    public async Task<IReadOnlyList<Actor>> ApplyingInAsync(string initiativeId, CancellationToken cancellation) =>
        ProfessionalsAt((await initiatives.GetApplicantAsync(initiativeId, cancellation)).Email);

    /// <summary>Whom a mail for somebody whom the policy names goes to.</summary>
    public Recipient Find(Actor actor) => actor.Kind switch
    {
        ActorKind.Reviewer when policy.ReviewerOf(actor) is { } reviewer => new Recipient(reviewer.Name, reviewer.Email),
        ActorKind.CouncilMember when policy.CouncilMemberOf(actor) is { } member => new Recipient(member.Name, member.Email),
        ActorKind.Reviewer or ActorKind.CouncilMember or ActorKind.Coordinator =>
            new Recipient(policy.Municipality.Coordinator.Name, policy.Municipality.Coordinator.Email),
        ActorKind.Substitute => new Recipient(policy.Substitute.Name, policy.Substitute.Email),
        ActorKind.Applicant or ActorKind.NewAddress or ActorKind.Supporter or ActorKind.Workflow or _ => throw new UnreachableException(),
    };
}

/// <summary>People as the policy names them.</summary>
public static class PeopleInPolicy
{
    extension(Policy policy)
    {
        /// <summary>All who get mail without being an applicant or a supporter.</summary>
        public IEnumerable<Actor> Professionals =>
        [
            .. policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)),
            .. policy.Council.Members.Select(member => Actor.CouncilMember(member.Id)),
            Actor.Coordinator,
            Actor.Substitute,
        ];

        /// <summary>Who decides in place of a coordinator who is involved.</summary>
        public Substitute Substitute => policy.Municipality.Coordinator.Substitute;

        /// <summary>The reviewer that an actor is; null for others, and for whoever left the policy.</summary>
        public Reviewer? ReviewerOf(Actor actor) => policy.Reviewers.FirstOrDefault(reviewer => reviewer.Id == actor.ReviewerId);

        /// <summary>The council member that an actor is; null for others, and for whoever left the policy.</summary>
        public CouncilMember? CouncilMemberOf(Actor actor) => policy.Council.Members.FirstOrDefault(member => member.Id == actor.CouncilMemberId);

        /// <summary>Whether somebody is a council member whom the policy names for other days than this one.</summary>
        public bool IsOutOfOffice(Actor actor, DateOnly day) => policy.CouncilMemberOf(actor) is { } member && !member.IsInOfficeOn(day);

        /// <summary>The name that the policy has for somebody, or what they are; the applicant's name is personal data and stands elsewhere.</summary>
        public string NameOf(Actor actor) => actor.Kind switch
        {
            ActorKind.Coordinator => $"{policy.Municipality.Coordinator.Name} (coördinator)",
            ActorKind.Substitute => $"{policy.Substitute.Name} (in plaats van de coördinator)",
            ActorKind.Applicant or ActorKind.NewAddress => "de aanvrager",
            ActorKind.Workflow => "het loket",
            ActorKind.Reviewer => policy.ReviewerOf(actor)?.Name ?? "een professional die weg is",
            ActorKind.CouncilMember => policy.CouncilMemberOf(actor)?.Name ?? "een raadslid dat weg is",
            ActorKind.Supporter => "iemand anders",
            _ => throw new UnreachableException(),
        };
    }
}
