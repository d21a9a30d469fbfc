using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Assignment;

/// <summary>Chooses who decides on an initiative.</summary>
public sealed class Assigner(Policy policy, AbsenceTable absences, CaseLists lists, People people, TimeProvider clock)
{
    /// <summary>
    /// Who decides a round: for a new case the reviewers whom the register names for it, and when these are too few the coordinator too, later who decided the
    /// round before. Who of these is away by then gives the place to somebody else.
    /// </summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="round">The round that opens.</param>
    /// <param name="number">How many decide together on a new case.</param>
    /// <returns>
    /// Its seats are never empty. The coordinator has one at most, and the substitute has one when the coordinator is involved and there is no reviewer; who is
    /// involved has none unless there is nobody else at all.
    /// </returns>
    public async Task<PanelAppointment> SeatAsync(Initiative initiative, int round, int number, CancellationToken cancellation)
    {
        var roster = await RosterAsync(cancellation);
        if (initiative.Panel.Seats.Count == 0)
        {
            return await SeatNewAsync(initiative, number, roster, cancellation);
        }

        var applying = await people.ApplyingInAsync(initiative.Id, cancellation);
        var seated = initiative;
        var handOvers = new List<HandOver>();
        foreach (var person in initiative.Panel.Seats.Where(person => roster.GivesAway(person) || applying.Contains(person)))
        {
            var why = applying.Contains(person) ? HandOverReason.Conflict : HandOverReason.Absence;
            var to = await FindReplacementAsync(seated, person, roster, cancellation);
            var change = new HandOver(round, person, to, why, clock.GetUtcNow(), Actor.Workflow);
            if (seated.Panel.With(change) is { } panel)
            {
                seated = seated with { Panel = panel };
                handOvers.Add(change);
            }
        }

        return new PanelAppointment(seated.Panel.Seats, handOvers);
    }

    /// <summary>Puts a case on the lists of those who have a place on its panel. May be repeated.</summary>
    public Task ListAsync(Initiative initiative, CancellationToken cancellation) => lists.AddPanelAsync(initiative, cancellation);

    /// <summary>Who decides when reviewers cannot agree: the coordinator, or somebody else when the coordinator is involved.</summary>
    public async Task<PanelAppointment> SeatArbiterAsync(Initiative initiative, int round, CancellationToken cancellation) => initiative.Panel switch
    {
        var panel when !panel.Involved.Contains(Actor.Coordinator) => new PanelAppointment([Actor.Coordinator], []),
        { Kind: RoundKind.Arbitration } => await SeatAsync(initiative, round, number: 1, cancellation),
        { Kind: RoundKind.Review or RoundKind.Conversation } => new PanelAppointment([await ReplaceAsync(initiative, Actor.Coordinator, cancellation)], []),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// Who takes somebody's place: the deputy, otherwise another reviewer, otherwise the coordinator, or the substitute of one who is involved. Nobody who is away or
    /// involved, unless there is nobody at all.
    /// </summary>
    public async Task<Actor> ReplaceAsync(Initiative initiative, Actor from, CancellationToken cancellation) =>
        await FindReplacementAsync(initiative, from, await RosterAsync(cancellation), cancellation);

    /// <summary>The reviewers who can take a place now: there, not involved, and without a part in the case.</summary>
    public async Task<IReadOnlyList<Actor>> ColleaguesForAsync(Initiative initiative, CancellationToken cancellation)
    {
        var (roster, maySit) = (await RosterAsync(cancellation), await MaySitInAsync(initiative, cancellation));
        return [.. policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)).Where(person => roster.IsThere(person) && maySit(person))];
    }

    /// <summary>Who takes the place of somebody who is silent: the deputy, or null when there is none who can.</summary>
    public async Task<Actor?> FindDeputyAsync(Initiative initiative, Actor from, CancellationToken cancellation) =>
        (await RosterAsync(cancellation)).StandInFor(from, await MaySitInAsync(initiative, cancellation));

    private async Task<Actor> FindReplacementAsync(Initiative initiative, Actor from, Roster roster, CancellationToken cancellation) =>
        roster.StandInFor(from, await MaySitInAsync(initiative, cancellation))
            ?? (await ChooseAsync(initiative, 1, roster, cancellation) is [var next] ? next : LastOf(await MaySitInAsync(initiative, cancellation)));

    // A place that nobody can take goes to the coordinator, as one that falls vacant later does.
    private async Task<PanelAppointment> SeatNewAsync(Initiative initiative, int number, Roster roster, CancellationToken cancellation)
    {
        var chosen = await ChooseAsync(initiative, number, roster, cancellation);
        var maySit = await MaySitInAsync(initiative, cancellation);
        var seats = chosen.Count switch
        {
            0 => [LastOf(maySit)],
            var found when found < number && maySit(Actor.Coordinator) => [.. chosen, Actor.Coordinator],
            _ => chosen,
        };
        return new PanelAppointment(seats, []) { Vacant = number - seats.Count };
    }

    // Who decides when no reviewer can.
    private static Actor LastOf(Func<Actor, bool> maySit) =>
        !maySit(Actor.Coordinator) && maySit(Actor.Substitute) ? Actor.Substitute : Actor.Coordinator;

    private async Task<IReadOnlyList<Actor>> ChooseAsync(Initiative initiative, int number, Roster roster, CancellationToken cancellation)
    {
        IReadOnlyList<Actor> chosen = [];
        var maySit = await MaySitInAsync(initiative, cancellation);
        foreach (var group in AssignmentRules.Groups(policy.Reviewers, initiative))
        {
            if (chosen.Count == number)
            {
                break;
            }

            chosen = AssignmentRules.Fill(chosen, number, await WithLoadsAsync(group, cancellation), roster, maySit);
        }

        return chosen;
    }

    // What somebody has on their hands is looked up only where it matters.
    private async Task<IReadOnlyList<Candidate>> WithLoadsAsync(IReadOnlyList<Actor> group, CancellationToken cancellation)
    {
        if (group is [var only])
        {
            return [new Candidate(only, Load: 0)];
        }

        var candidates = new List<Candidate>();
        foreach (var person in group)
        {
            candidates.Add(new Candidate(person, await lists.CountWaitingAsync(person, cancellation)));
        }

        return candidates;
    }

    private async Task<Roster> RosterAsync(CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        var known = await absences.ListFromAsync(today, cancellation);
        return new Roster(policy.Reviewers, [.. known.Where(absence => absence.Covers(today))]);
    }

    // Nobody decides on an application of their own. Who voted before in a disagreement does not come in for somebody else.
    private async Task<Func<Actor, bool>> MaySitInAsync(Initiative initiative, CancellationToken cancellation)
    {
        var applying = await people.ApplyingInAsync(initiative.Id, cancellation);
        return person => !initiative.Panel.Involved.Contains(person)
            && !applying.Contains(person)
            && !initiative.Panel.Seats.Contains(person)
            && initiative.Panel.Votes.All(vote => vote.By != person);
    }
}
