namespace Initiatiefloket.Policies;

/// <summary>A part of town.</summary>
public sealed record Neighbourhood(string Id, string Name);
