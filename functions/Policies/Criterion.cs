using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>A line of the rubric by which professionals weigh an initiative.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="Weight">How much it counts relative to the others, from 1.</param>
/// <param name="Guidance">What to look for, in Dutch.</param>
public sealed record Criterion(string Id, string Name, int Weight, string Guidance)
{
    /// <summary>How many lines a rubric can have: the scores of all reviewers with their justifications must fit a table row of 1 MiB.</summary>
    public const int Most = 12;
}

/// <summary>A ground to refuse, with its source (Awb 3:46 asks for reasons).</summary>
/// <param name="Code">Short name.</param>
/// <param name="Text">What the applicant reads, in plain Dutch.</param>
/// <param name="Article">Article of law or ordinance, such as "Awb 4:25".</param>
/// <param name="Hearing">Whether the applicant is heard before a refusal on it (Awb 4:7, 4:12): so for the grounds of 4:35.</param>
public sealed record RefusalReason(string Code, string Text, string Article, bool Hearing)
{
    /// <summary>Whether it can only be chosen when there is no money left for the application (Awb 4:25).</summary>
    public bool NeedsEmptyPot { get; init; }
}

/// <summary>A reason to withdraw that many people have.</summary>
/// <param name="Code">Short name.</param>
/// <param name="Text">What the applicant chooses, in plain words.</param>
public sealed record WithdrawalReason(string Code, LocalText Text);
