namespace Initiatiefloket.Policies;

/// <summary>A professional who decides or advises (uitvoeringsprofessional).</summary>
/// <param name="Id">Short name.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">What the applicant reads as function.</param>
/// <param name="Email">Where mail goes.</param>
/// <param name="Themes">Ids of the subjects that this person knows.</param>
/// <param name="Neighbourhoods">Ids of the parts of town that this person works in; empty for the whole town.</param>
/// <param name="DeputyId">Who takes over in absence or silence; null when the policy names nobody.</param>
public sealed record Reviewer(
    string Id,
    string Name,
    string Role,
    string Email,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> Neighbourhoods,
    string? DeputyId);

/// <summary>Who runs the desk.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">Where mail goes.</param>
/// <param name="Substitute">Who decides instead on an initiative in which the coordinator has an interest (Awb 2:4).</param>
public sealed record Coordinator(string Name, string Email, Substitute Substitute);

/// <summary>Who decides in place of a coordinator who is involved.</summary>
public sealed record Substitute(string Name, string Email);

/// <summary>How professionals decide in a band.</summary>
/// <param name="Reviewers">How many decide together, 1 to 3.</param>
/// <param name="IsSealed">True when they do not see each other's verdict before they gave their own.</param>
/// <param name="ConfirmsByCode">True when a decision is confirmed with a code from the mailbox of whom the link was sent to.</param>
public sealed record ReviewRules(int Reviewers, bool IsSealed, bool ConfirmsByCode)
{
    /// <summary>How much of the rubric a grant needs. Cases that began before the policy said so need all of it.</summary>
    public RubricUse Rubric { get; init; } = RubricUse.Justified;

    /// <summary>What a professional ticks to have looked at before a grant; may be empty.</summary>
    public IReadOnlyList<ReviewCheck> Checks { get; init; } = [];
}

/// <summary>How much of the rubric a grant needs.</summary>
public enum RubricUse
{
    /// <summary>A score with the reason for it on each line.</summary>
    Justified,

    /// <summary>A score on each line, and the reason for one that stands out.</summary>
    Scores,

    /// <summary>Nothing; who wants to may fill it in.</summary>
    None,
}

/// <summary>What a professional ticks to have looked at before a grant.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Text">What is so, in Dutch: "De kosten kloppen".</param>
public sealed record ReviewCheck(string Id, string Text)
{
    /// <summary>How many a band can have: more is a rubric.</summary>
    public const int Most = 6;
}
