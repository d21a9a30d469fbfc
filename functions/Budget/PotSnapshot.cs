namespace Initiatiefloket.Budget;

/// <summary>A balance as it was read.</summary>
/// <param name="Balance">The balance.</param>
/// <param name="Revision">How many changes went before.</param>
/// <param name="Waiting">How many initiatives are on the waiting list.</param>
/// <param name="Version">The stored row's version; null when there is none yet.</param>
internal sealed record PotSnapshot(PotBalance Balance, long Revision, int Waiting, string? Version);
