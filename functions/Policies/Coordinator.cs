namespace Initiatiefloket.Policies;

/// <summary>Who runs the desk.</summary>
public sealed record Coordinator(string Name, string Email);
