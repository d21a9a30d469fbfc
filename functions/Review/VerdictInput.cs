using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>A verdict as it was filled in, valid but not yet given.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Reasons">Why; empty for questions.</param>
/// <param name="Amount">The amount to grant; only when approved.</param>
/// <param name="Conditions">Conditions of the grant in own words, or null.</param>
public sealed record VerdictInput(VerdictKind Kind, string Reasons, Euro? Amount = null, string? Conditions = null)
{
    /// <summary>How well it does on the lines of the rubric: all of them when approved, those that were filled in when refused.</summary>
    public IReadOnlyList<RubricScore> Scores { get; init; } = [];

    /// <summary>Codes of the policy's conditions; only when approved.</summary>
    public IReadOnlyList<string> ConditionCodes { get; init; } = [];

    /// <summary>Codes of the policy's grounds; one at least when refused.</summary>
    public IReadOnlyList<string> RefusalCodes { get; init; } = [];

    /// <summary>For questions: whether it is a request to complete the application, which stops the clock.</summary>
    public bool SuspendsClock { get; init; }

    /// <summary>What to ask the applicant; only for questions.</summary>
    public IReadOnlyList<QuestionInput> Questions { get; init; } = [];

    /// <summary>What is decided, in a few words: "Toekennen: € 1.500".</summary>
    public string InWords => Kind switch
    {
        VerdictKind.Approve => $"Toekennen: {Amount!.Value.ToShortString()}",
        VerdictKind.Ask => Questions.Count == 1 ? "Een vraag stellen" : $"{Questions.Count} vragen stellen",
        VerdictKind.Decline => "Afwijzen",
        _ => throw new UnreachableException(),
    };

    /// <summary>The verdict, given by somebody at a moment.</summary>
    public Verdict By(Actor person, int round, DateTimeOffset at) => new()
    {
        Round = round,
        Kind = Kind,
        By = person,
        At = at,
        Reasons = Reasons,
        Amount = Amount,
        Scores = Scores,
        ConditionCodes = ConditionCodes,
        Conditions = Conditions,
        RefusalCodes = RefusalCodes,
        SuspendsClock = SuspendsClock,
        Questions = [.. Questions.Select((question, index) => question.In(round, index + 1))],
    };
}
