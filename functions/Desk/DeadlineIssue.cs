namespace Initiatiefloket.Desk;

/// <summary>What the watch found on a day.</summary>
/// <param name="Day">The day in town.</param>
/// <param name="News">Signals that were not told before.</param>
/// <param name="Overdue">Initiatives whose legal date has passed, told before or not.</param>
/// <param name="Untold">Initiatives whose term was extended without the applicant having been told yet: the app stopped in between.</param>
public sealed record DeadlineIssue(
    DateOnly Day, IReadOnlyList<CaseSignal> News, IReadOnlyList<string> Overdue, IReadOnlyList<string> Untold)
{
    /// <summary>The initiatives that the coordinator is told of.</summary>
    public IEnumerable<string> ForCoordinator => Overdue.Union(News.Select(news => news.InitiativeId));
}

/// <summary>A signal about an initiative.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Signal">The signal.</param>
public sealed record CaseSignal(string InitiativeId, DeadlineSignal Signal);
