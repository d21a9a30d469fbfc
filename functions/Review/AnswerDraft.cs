namespace Initiatiefloket.Review;

/// <summary>Answers that the applicant keeps to go on with later.</summary>
/// <param name="Answers">What was typed, by the id of the question.</param>
/// <param name="SavedAt">When it was saved; null when nothing was.</param>
/// <param name="Version">Changes with each save; empty when nothing was saved.</param>
public sealed record AnswerDraft(IReadOnlyDictionary<string, string> Answers, DateTimeOffset? SavedAt, string Version)
{
    /// <summary>Nothing was saved yet.</summary>
    public static AnswerDraft None { get; } = new(new Dictionary<string, string>(), SavedAt: null, Version: "");
}
