namespace Initiatiefloket.Review;

/// <summary>What a professional keeps to go on with later.</summary>
/// <param name="Form">What was filled in; null when nothing was kept.</param>
/// <param name="SavedAt">When it was kept; null when nothing was.</param>
/// <param name="Version">Changes each time it is kept; empty when nothing was.</param>
public sealed record ReviewDraft(VerdictForm? Form, DateTimeOffset? SavedAt, string Version)
{
    /// <summary>Nothing was kept yet.</summary>
    public static ReviewDraft None { get; } = new(Form: null, SavedAt: null, Version: "");
}
