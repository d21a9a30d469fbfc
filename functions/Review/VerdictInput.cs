using Initiatiefloket.Budget;

namespace Initiatiefloket.Review;

/// <summary>A verdict as it was filled in, valid but not yet given.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Reasons">Why; empty for questions.</param>
/// <param name="Amount">The amount to grant; only when approved.</param>
/// <param name="Conditions">Conditions of the grant, or null.</param>
public sealed record VerdictInput(VerdictKind Kind, string Reasons, Euro? Amount = null, string? Conditions = null)
{
    /// <summary>What to ask the applicant; only for questions.</summary>
    public IReadOnlyList<QuestionInput> Questions { get; init; } = [];

    /// <summary>The verdict, given by somebody at a moment.</summary>
    public Verdict By(string person, int round, DateTimeOffset at) => new()
    {
        Round = round,
        Kind = Kind,
        By = person,
        At = at,
        Reasons = Reasons,
        Amount = Amount,
        Conditions = Conditions,
        Questions = [.. Questions.Select((question, index) => question.In(round, index + 1))],
    };
}
