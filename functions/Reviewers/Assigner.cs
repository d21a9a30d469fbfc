using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Reviewers;

/// <summary>Chooses who decides on an initiative.</summary>
public sealed class Assigner(Policy policy)
{
    /// <summary>Who decides the next round: who decided the last one, or for a new case the reviewers whom the register names for it.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="number">How many decide together.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Different actors; the coordinator when there is no reviewer.</returns>
    public Task<IReadOnlyList<string>> SeatAsync(Initiative initiative, int number, CancellationToken cancellation) =>
        Task.FromResult(initiative.Panel.Seats is [_, ..] seats ? seats : Choose(initiative, number));

    /// <summary>Who takes somebody's place: the deputy, otherwise another reviewer, otherwise the coordinator.</summary>
    public Task<string> ReplaceAsync(Initiative initiative, string from, CancellationToken cancellation) =>
        Task.FromResult(DeputyOf(initiative, from) ?? Candidates(initiative).FirstOrDefault(person => person != from) ?? Actor.Coordinator);

    /// <summary>Who takes the place of somebody who is silent: the deputy, or null when there is none who can.</summary>
    public Task<string?> FindDeputyAsync(Initiative initiative, string from, CancellationToken cancellation) =>
        Task.FromResult(DeputyOf(initiative, from));

    private List<string> Choose(Initiative initiative, int number) =>
        Candidates(initiative).Take(number).ToList() is { Count: > 0 } chosen ? chosen : [Actor.Coordinator];

    private string? DeputyOf(Initiative initiative, string from) =>
        policy.Reviewers.FirstOrDefault(reviewer => Actor.Reviewer(reviewer.Id) == from)?.DeputyId is { } id
        && Candidates(initiative).Contains(Actor.Reviewer(id))
            ? Actor.Reviewer(id)
            : null;

    private IEnumerable<string> Candidates(Initiative initiative) => policy.Reviewers
        .OrderByDescending(reviewer => reviewer.Themes.Contains(initiative.ThemeId))
        .Select(reviewer => Actor.Reviewer(reviewer.Id))
        .Except(initiative.Panel.Involved)
        .Except(initiative.Panel.Seats);
}
