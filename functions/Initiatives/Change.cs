namespace Initiatiefloket.Initiatives;

/// <summary>A change of an initiative and the event that tells of it, stored together.</summary>
/// <param name="Changed">The initiative after it.</param>
/// <param name="Happened">What happened.</param>
public sealed record Change(Initiative Changed, InitiativeEvent Happened);
