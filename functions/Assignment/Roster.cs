using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Assignment;

/// <summary>Who is there on a day, and who sits in for whom. Pure.</summary>
/// <param name="Reviewers">The register.</param>
/// <param name="Away">The absences of that day.</param>
public sealed record Roster(IReadOnlyList<Reviewer> Reviewers, IReadOnlyList<Absence> Away)
{
    /// <summary>Whether somebody can be given a case: a reviewer of the register who is there.</summary>
    public bool IsThere(Actor person) => ReviewerOf(person) is not null && AbsenceOf(person) is null;

    /// <summary>Whether somebody's places go to others: away, and not keeping the cases.</summary>
    public bool GivesAway(Actor person) => AbsenceOf(person) is { KeepsCases: false };

    /// <summary>
    /// Who sits in for somebody: the deputy, when that one cannot the deputy's deputy, and so on; null when nobody in that row can.
    /// </summary>
    /// <param name="person">Whose place it is.</param>
    /// <param name="maySit">Whether somebody may have the place, apart from being there.</param>
    public Actor? StandInFor(Actor person, Func<Actor, bool> maySit)
    {
        var asked = new HashSet<Actor> { person };
        for (var next = DeputyOf(person); next is not null && asked.Add(next); next = DeputyOf(next))
        {
            if (IsThere(next) && maySit(next))
            {
                return next;
            }
        }

        return null;
    }

    // Who is away may have chosen another deputy than the policy's.
    private Actor? DeputyOf(Actor person) => (AbsenceOf(person)?.DeputyId ?? ReviewerOf(person)?.DeputyId) is { } id ? Actor.Reviewer(id) : null;

    private Absence? AbsenceOf(Actor person) => Away.FirstOrDefault(absence => absence.Person == person);

    private Reviewer? ReviewerOf(Actor person) => Reviewers.FirstOrDefault(reviewer => Actor.Reviewer(reviewer.Id) == person);
}
