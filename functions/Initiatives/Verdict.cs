using Initiatiefloket.Money;

namespace Initiatiefloket.Initiatives;

/// <summary>What a professional decides in a review round.</summary>
public enum VerdictKind
{
    /// <summary>Grant it.</summary>
    Approve,

    /// <summary>Ask the applicant something first.</summary>
    Ask,

    /// <summary>Refuse it.</summary>
    Decline,

    /// <summary>Set it aside, because it is still not complete after the applicant had the chance to complete it (Awb 4:5).</summary>
    SetAside,
}

/// <summary>What somebody decides in a review round, and the verdict that the round comes to.</summary>
public sealed record Verdict
{
    public required int Round { get; init; }

    public required VerdictKind Kind { get; init; }

    /// <summary>Who gave it (<see cref="Initiatives.Actor"/>).</summary>
    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why it is granted, refused or set aside (Awb 3:46); empty for questions.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>The amount to grant, at most what was asked; only when approved.</summary>
    public Euro? Amount { get; init; }

    /// <summary>What was approved, when there was not enough money and the applicant took <see cref="Amount"/>, a part of it; null otherwise.</summary>
    public Euro? ApprovedBefore { get; init; }

    /// <summary>How well it does on each line of the rubric, as this person sees it.</summary>
    public IReadOnlyList<RubricScore> Scores { get; init; } = [];

    /// <summary>Ids of what was ticked as looked at before a grant (<see cref="Policies.ReviewRules.Checks"/>).</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Codes of the policy's grounds for a refusal; one at least when refused.</summary>
    public IReadOnlyList<string> RefusalCodes { get; init; } = [];

    /// <summary>Those of them on which the applicant is heard before a refusal (Awb 4:7, 4:12).</summary>
    public IReadOnlyList<string> HearingCodes { get; init; } = [];

    /// <summary>Codes of the policy's conditions of the grant.</summary>
    public IReadOnlyList<string> ConditionCodes { get; init; } = [];

    /// <summary>Conditions of the grant in own words, or null.</summary>
    public string? Conditions { get; init; }

    /// <summary>
    /// For questions: true for a request to complete the application (Awb 4:5), which stops the clock (4:15) and may end in setting it aside;
    /// false for a question without which one can decide as well.
    /// </summary>
    public bool SuspendsClock { get; init; } = true;

    /// <summary>What the applicant is asked, with the answers once these were sent.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>When the applicant answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether it is an intention to refuse, to which the applicant may answer first (Awb 4:7).</summary>
    public bool IsIntention => Kind == VerdictKind.Ask && HearingCodes.Count > 0;

    /// <summary>A refusal as an intention: a question without which one can decide as well, so that the clock runs on.</summary>
    public Verdict AsIntention() => this with
    {
        Kind = VerdictKind.Ask,
        SuspendsClock = false,
        Questions =
        [
            new Question
            {
                Id = $"{Round}-1",
                About = ApplicationPart.Whole,
                Text = $"Wij zijn van plan om uw aanvraag af te wijzen. Wat vindt u daarvan? Onze reden is: {Reasons}",
                Why = "U mag reageren voordat wij beslissen (Algemene wet bestuursrecht, artikel 4:7 en 4:12). De gronden staan in de brief op uw eigen pagina.",
            },
        ],
    };

    /// <summary>What the applicant reads: the reasons, or the questions, a line each.</summary>
    public string Words => Kind == VerdictKind.Ask ? string.Join('\n', Questions.Select(question => question.Text)) : Reasons;
}

/// <summary>How well an initiative does on a line of the rubric.</summary>
/// <param name="CriterionId">Id of the line in the policy.</param>
/// <param name="Score">1 (not at all) to 5 (very well).</param>
/// <param name="Justification">Why; empty where the band asks for no reason.</param>
public sealed record RubricScore(string CriterionId, int Score, string Justification)
{
    /// <summary>Highest score.</summary>
    public const int Highest = 5;
}

/// <summary>One question to the applicant, answered on its own.</summary>
public sealed record Question
{
    /// <summary>How many questions can be put at once: more is a conversation, by telephone.</summary>
    public const int Most = 5;

    /// <summary>Longest question.</summary>
    public const int LongestText = 1000;

    /// <summary>Longest reason to ask it.</summary>
    public const int LongestWhy = 300;

    /// <summary>Longest answer. All rounds with all answers must fit one table row of 1 MiB.</summary>
    public const int LongestAnswer = 3000;

    /// <summary>Round and number, such as <c>2-1</c>; also the folder of the documents that come with the answer.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required ApplicationPart About { get; init; }

    /// <summary>The question, as the applicant reads it.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is asked, as the applicant reads it.</summary>
    public required string Why { get; init; }

    /// <summary>What the applicant answered, empty for documents only; null until all answers of the round were sent.</summary>
    public string? Answer { get; init; }
}
