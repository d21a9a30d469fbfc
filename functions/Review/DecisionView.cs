using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>The form on the review page as it is shown.</summary>
/// <param name="Form">What stands in the fields.</param>
/// <param name="Rules">What may be decided.</param>
public sealed record DecisionView(VerdictForm Form, VerdictRules Rules)
{
    /// <summary>The choice that is shown first and unfolded; null when none is, then all are.</summary>
    public VerdictKind? Prepared { get; init; }

    /// <summary>When the form was kept last; null when it was not.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>True when it was kept on another device or in another tab since this page was opened.</summary>
    public bool IsKeptElsewhere { get; init; }

    public FormErrors Errors { get; init; } = [];

    /// <summary>The choices in the order in which they are shown.</summary>
    public IReadOnlyList<VerdictKind> Choices =>
        [.. Enum.GetValues<VerdictKind>().Where(kind => kind != VerdictKind.Ask || Rules.MayAsk).OrderByDescending(kind => kind == Prepared)];

    /// <summary>Whether the part of a choice is unfolded.</summary>
    public bool IsOpen(VerdictKind kind) => Prepared is null || Prepared == kind;

    /// <summary>Whether the rubric is unfolded: not for questions, which need none, nor for a refusal as long as nothing was filled in.</summary>
    public bool IsRubricOpen => Prepared is null or VerdictKind.Approve || Form.Scores.Count > 0;
}
