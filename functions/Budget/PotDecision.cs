namespace Initiatiefloket.Budget;

/// <summary>An answer and the change that must be written for it to hold.</summary>
/// <param name="Answer">What the caller is told.</param>
/// <param name="Change">What to write first; null when nothing changes.</param>
internal sealed record PotDecision<T>(T Answer, PotChange? Change = null);
