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
