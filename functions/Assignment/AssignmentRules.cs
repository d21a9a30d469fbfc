using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Assignment;

/// <summary>Which reviewers decide on an initiative. Pure.</summary>
public static class AssignmentRules
{
    /// <summary>
    /// The reviewers in groups of those who fit an initiative equally well, best first: who knows the subject before who does not,
    /// and among these who works in that part of town, then who works in the whole town, last who works elsewhere. Of an initiative without a theme nobody knows the
    /// subject, so that it goes by the part of town and by who has the least to do.
    /// </summary>
    /// <param name="reviewers">The register.</param>
    /// <param name="initiative">What it is about, and where.</param>
    /// <returns>Actors; in a group in the order of the register.</returns>
    public static IReadOnlyList<IReadOnlyList<Actor>> Groups(IReadOnlyList<Reviewer> reviewers, Initiative initiative) =>
    [
        .. reviewers
            .GroupBy(reviewer => (KnowsNot: !reviewer.Themes.Contains(initiative.ThemeId), Distance: DistanceOf(reviewer, initiative.NeighbourhoodId)))
            .OrderBy(group => group.Key)
            .Select(group => (IReadOnlyList<Actor>)[.. group.Select(reviewer => Actor.Reviewer(reviewer.Id))]),
    ];

    /// <summary>
    /// Fills places on a panel from a group: who has the least to do first, then in the order of the register. The place of whoever is away goes to whoever sits
    /// in for them.
    /// </summary>
    /// <param name="chosen">Who was chosen from better groups.</param>
    /// <param name="number">How many are needed together.</param>
    /// <param name="group">The candidates, with how many cases wait for their vote.</param>
    /// <param name="roster">Who is there.</param>
    /// <param name="maySit">Whether somebody may be on this panel.</param>
    public static IReadOnlyList<Actor> Fill(
        IReadOnlyList<Actor> chosen, int number, IEnumerable<Candidate> group, Roster roster, Func<Actor, bool> maySit)
    {
        var seats = chosen.ToList();
        foreach (var candidate in group.OrderBy(candidate => candidate.Load))
        {
            if (seats.Count < number && SeatFor(candidate.Person) is { } person)
            {
                seats.Add(person);
            }
        }

        return seats;

        bool CanSit(Actor person) => maySit(person) && !seats.Contains(person);

        // Who may not be on this panel has no place for which another one could sit in.
        Actor? SeatFor(Actor person) => (CanSit(person), roster.IsThere(person)) switch
        {
            (false, _) => null,
            (_, true) => person,
            _ => roster.StandInFor(person, CanSit),
        };
    }

    private static int DistanceOf(Reviewer reviewer, string neighbourhoodId) => reviewer.Neighbourhoods switch
    {
        [] => 1,
        var own when own.Contains(neighbourhoodId) => 0,
        _ => 2,
    };
}

/// <summary>A reviewer who may be given a case.</summary>
/// <param name="Person">Who (<see cref="Initiatives.Actor"/>).</param>
/// <param name="Load">How many open cases wait for their vote.</param>
public sealed record Candidate(Actor Person, int Load);
