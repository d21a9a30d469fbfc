namespace Initiatiefloket.Policies;

/// <summary>A professional who decides or advises (uitvoeringsprofessional).</summary>
public sealed record Reviewer(string Id, string Name, string Role, string Email);
