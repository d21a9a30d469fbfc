namespace Initiatiefloket.Desk;

/// <summary>An initiative that is not closed, as far as the watch has seen.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Told">The last signal about its legal date that went out; null when none did.</param>
public sealed record OpenCase(string InitiativeId, DeadlineSignal? Told);
