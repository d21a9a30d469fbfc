using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Reviewers;

/// <summary>What the overview of a reviewer or the coordinator shows.</summary>
public sealed record OverviewView
{
    /// <summary>How many cases that were noted as over stand on one page.</summary>
    public const int EndedAtOnce = 20;

    /// <summary>Whose overview (<see cref="Actor"/>).</summary>
    public required Actor Person { get; init; }

    public required string PersonName { get; init; }

    /// <summary>The token in the address.</summary>
    public required string Token { get; init; }

    /// <summary>What still runs: what nobody decided first, then what waits for this person, then by the days left. Nothing for the coordinator, who has the worklist.</summary>
    public required IReadOnlyList<OverviewItem> Open { get; init; }

    /// <summary>The newest of what is over. Nothing for the coordinator.</summary>
    public required EndedCases Ended { get; init; }

    /// <summary>The absences that this person may see: their own, or for the coordinator all.</summary>
    public required IReadOnlyList<Absence> Absences { get; init; }

    /// <summary>What of this person's cases went to others lately; not for the coordinator, who sees all cases.</summary>
    public IReadOnlyList<GivenAway> GivenAway { get; init; } = [];

    /// <summary>Mail that does not arrive, for the coordinator only.</summary>
    public IReadOnlyList<UndeliveredMail> Undelivered { get; init; } = [];

    /// <summary>The register.</summary>
    public required IReadOnlyList<Reviewer> Reviewers { get; init; }

    /// <summary>The day in town.</summary>
    public required DateOnly Today { get; init; }

    public bool IsCoordinator => Person == Actor.Coordinator;

    /// <summary>Id of the reviewer whose overview it is; null for the coordinator, and for whoever left the register.</summary>
    public string? OwnId => Reviewers.FirstOrDefault(reviewer => Actor.Reviewer(reviewer.Id) == Person)?.Id;

    /// <summary>Whether this person can say who is away.</summary>
    public bool MayEnterAbsence => IsCoordinator || OwnId is not null;

    /// <summary>Address of the page.</summary>
    public string Address => LinkPaths.AddressOf(LinkPurpose.Overview, Token);
}

/// <summary>Gathers what an overview shows.</summary>
public sealed class OverviewViews(
    CaseLists lists, AbsenceTable absences, Undelivered undelivered, People people, Policy policy, TimeProvider clock)
{
    // More than anybody has on their hands.
    private const int MostGiven = 100;

    public async Task<OverviewView> BuildAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        var isCoordinator = visit.Person == Actor.Coordinator;
        var list = isCoordinator ? new CaseList([], []) : await lists.ReadAsync(visit.Person, cancellation);
        var ended = isCoordinator
            ? new EndedCases([], Older: null)
            : await lists.ReadNewestEndedAsync(visit.Person, list, OverviewView.EndedAtOnce, cancellation);
        var known = (await absences.ListFromAsync(today.AddDays(-GivenAway.DaysAfter), cancellation))
            .Where(absence => isCoordinator || visit.Person == absence.Person).ToList();
        return new OverviewView
        {
            Person = visit.Person,
            PersonName = people.Find(visit.Person).Name,
            Token = visit.Token,
            Open =
            [
                .. list.Open.Select(initiative => OverviewItem.Of(initiative, visit.Person, policy, today))
                    .OrderBy(item => item.Initiative.State != InitiativeState.LeftToDesk)
                    .ThenBy(item => !item.IsYours)
                    .ThenBy(item => item.Deadline.DaysLeft)
                    .ThenBy(item => item.Initiative.ReceivedAt),
            ],
            Ended = ended,
            Absences = [.. known.Where(absence => absence.Until >= today)],
            GivenAway = isCoordinator
                ? []
                : GivenAway.Of(
                    visit.Person,
                    list.Open.Concat(await GivenCasesAsync(visit.Person, list, ended, known, cancellation)),
                    [.. known.Where(absence => absence.From <= today)],
                    today),
            Undelivered = isCoordinator ? [.. (await undelivered.ListAsync(cancellation)).Where(IsStillSo)] : [],
            Reviewers = policy.Reviewers,
            Today = today,
        };
    }

    // After an absence more may have gone than stands on the page.
    private async Task<IEnumerable<Initiative>> GivenCasesAsync(
        Actor person, CaseList list, EndedCases ended, List<Absence> known, CancellationToken cancellation) =>
        (known.Count == 0 ? ended : await lists.ReadNewestEndedAsync(person, list, MostGiven, cancellation)).Page.Select(one => one.Initiative);

    // Whoever has another address in the policy by now gets mail again.
    private bool IsStillSo(UndeliveredMail mail) => !mail.Person.IsProfessional || mail.WentTo(people.Find(mail.Person));
}

/// <summary>A case that still runs, as it stands in somebody's overview. Pure.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="IsYours">Whether it waits for this person.</param>
/// <param name="WaitsFor">What it waits for.</param>
/// <param name="Deadline">How it stands against its legal date (Awb 4:13).</param>
public sealed record OverviewItem(Initiative Initiative, bool IsYours, string WaitsFor, Deadline Deadline)
{
    /// <summary>"dinsdag 28 april 2026 (nog 3 dagen)", and whether the clock stands still (Awb 4:15).</summary>
    public string DecideBy => Deadline.IsSuspended ? $"{DeadlineWords.Date(Deadline)}; de termijn staat nu stil" : DeadlineWords.Date(Deadline);

    /// <summary>The case as this person sees it.</summary>
    /// <param name="initiative">An initiative that was received and is not closed.</param>
    /// <param name="person">Whose overview (<see cref="Actor"/>).</param>
    /// <param name="policy">For names and the calendar.</param>
    /// <param name="today">The day in town.</param>
    public static OverviewItem Of(Initiative initiative, Actor person, Policy policy, DateOnly today)
    {
        var isYours = ListedCase.Awaits(initiative, person);
        return new OverviewItem(
            initiative,
            isYours,
            isYours ? ReviewerWords.YourPartIn(initiative.Panel.Kind) : DeadlineWords.WaitsFor(initiative, policy) + SinceInWords(initiative),
            Deadline.Of(initiative, policy, today));
    }

    private static string SinceInWords(Initiative initiative) =>
        initiative.State == InitiativeState.WaitingForApplicant && initiative.VerdictOf(initiative.Round) is { } asked
            ? $", sinds {LocalTime.DayOf(asked.At).InWords()}"
            : "";
}
