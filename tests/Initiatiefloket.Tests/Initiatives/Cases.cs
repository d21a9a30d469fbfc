using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Initiatives;

/// <summary>One initiative at each point of its road, in a spring in Oldenzaal.</summary>
internal static class Cases
{
    public const string Id = "BI-2026-7K3M9";
    public static readonly Actor Reviewer = Actor.Reviewer("welzijn");

    public static Policy Policy { get; } = PolicyFile.Load(PolicyDraft.DefaultFile);

    /// <summary>Monday 2 March 2026, nine in the morning in town.</summary>
    public static DateTimeOffset ReceivedAt { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    public static DateTimeOffset AskedAt { get; } = ReceivedAt.AddDays(8);

    /// <summary>What steers its workflow.</summary>
    public static InitiativeCase Case { get; } = new(
        Id,
        2026,
        new CaseRules(Policy.Version, Policy.Bands, Policy.Terms, Policy.Limits, Policy.Council.Window, Policy.Council.CallInsNeeded));

    public static Application Application { get; } = new()
    {
        Title = "Samen eten in De Thij",
        Plan = "Elke maand koken wij met buren.\nZo leren zij elkaar kennen.",
        NeighbourhoodId = "de-thij",
        ThemeId = "meedoen-en-ontmoeten",
        Answers = new Answers().WithChecked(PlainQuestions.Participants, "40"),
        StartsOn = new DateOnly(2026, 9, 1),
        Costs = [new CostLine("Eten", Euro.Whole(3000)), new CostLine("Zaal", Euro.Whole(1000))],
        Asked = Euro.Whole(4000),
    };

    public static Applicant Applicant { get; } = new("Truus Wolters", "truus@bewoner.example", "06 12345678");

    public static Initiative Draft { get; } = new()
    {
        Id = Id,
        State = InitiativeState.Draft,
        Title = Application.Title,
        ThemeId = Application.ThemeId,
        NeighbourhoodId = Application.NeighbourhoodId,
        Asked = Application.Asked,
        PotYear = 2026,
        PolicyVersion = Policy.Version,
    };

    public static Initiative Received { get; } = Draft with
    {
        State = InitiativeState.Submitted,
        ReceivedAt = ReceivedAt,
        Clock = LegalClock.Start(LocalTime.DayOf(ReceivedAt), Policy.Terms.Decision),
    };

    public static Initiative InReview { get; } = Received with
    {
        State = InitiativeState.InReview,
        Round = 1,
        Panel = new Panel { Seats = [Reviewer] },
        Bands = Policy.Bands,
    };

    /// <summary>Asked on 10 March; the answer may come until the end of 24 March.</summary>
    public static Initiative Questioned { get; } = InReview.With(VerdictOf(VerdictKind.Ask)) with
    {
        State = InitiativeState.WaitingForApplicant,
        WaitsUntil = LocalTime.StartOf(new DateOnly(2026, 3, 25)),
        Clock = Received.Clock! with { Suspensions = [new Suspension(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 24))] },
    };

    public static Initiative Approved { get; } = InReview.With(VerdictOf(VerdictKind.Approve));

    public static Initiative CouncilWindow { get; } =
        Approved with { State = InitiativeState.CouncilWindow, WaitsUntil = LocalTime.StartOf(new DateOnly(2026, 3, 18)) };

    public static Initiative CouncilDecides { get; } =
        Approved with { State = InitiativeState.CouncilDecides, CalledInBy = ["raadslid-1", "raadslid-2"] };

    public static TheoryData<InitiativeState> ClosedStates { get; } = [.. Closed];

    public static TheoryData<InitiativeState> OpenStates { get; } = [.. Enum.GetValues<InitiativeState>().Except(Closed)];

    private static InitiativeState[] Closed =>
        [InitiativeState.Granted, InitiativeState.Rejected, InitiativeState.SetAside, InitiativeState.Withdrawn, InitiativeState.LeftToDesk];

    public static Verdict VerdictOf(VerdictKind kind, int round = 1) => new()
    {
        Round = round,
        Kind = kind,
        By = Reviewer,
        At = AskedAt,
        Reasons = kind == VerdictKind.Ask ? "" : "Dit brengt buren bij elkaar.",
        Questions = kind == VerdictKind.Ask ? [QuestionOf(round, 1, "Waar koken jullie?")] : [],
        Amount = kind == VerdictKind.Approve ? Euro.Whole(3500) : null,
    };

    public static Question QuestionOf(int round, int number, string text) => new()
    {
        Id = $"{round}-{number}",
        About = ApplicationPart.Place,
        Text = text,
        Why = "Dan weten wij of de plek geschikt is.",
    };

    /// <summary>The same answer to each question of a round.</summary>
    public static IReadOnlyDictionary<string, string> Answers(string answer, int round = 1) =>
        Enumerable.Range(1, Question.Most).ToDictionary(number => $"{round}-{number}", _ => answer);

    public static CouncilDecision DecisionOf(CouncilChoice choice) =>
        new(choice, "De raad vindt dit een goed plan.", new DateOnly(2026, 4, 14), ReceivedAt.AddDays(44));

    /// <summary>The initiative as it stands in a state, with what led there.</summary>
    public static Initiative In(InitiativeState state) => state switch
    {
        InitiativeState.Draft => Draft,
        InitiativeState.Submitted => Received,
        InitiativeState.InReview => InReview,
        InitiativeState.WaitingForApplicant => Questioned,
        InitiativeState.CouncilWindow => CouncilWindow,
        InitiativeState.CouncilDecides => CouncilDecides,
        InitiativeState.SetAside => Questioned with { State = state, WaitsUntil = null, Letters = [LetterOf(LetterKind.SetAside)] },
        InitiativeState.Granted => Approved with { State = state, Letters = [LetterOf(LetterKind.Award)] },
        InitiativeState.Rejected => InReview.With(VerdictOf(VerdictKind.Decline)) with { State = state, Letters = [LetterOf(LetterKind.Refusal)] },
        _ => Approved with { State = state },
    };

    public static Letter LetterOf(LetterKind kind) => new(kind, $"{Id}/letter.html", new DateOnly(2026, 4, 20), AnnouncedOn: null);
}
