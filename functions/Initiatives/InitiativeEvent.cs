namespace Initiatiefloket.Initiatives;

/// <summary>
/// One entry of the audit trail, stored in the same transaction as the change that it describes.
/// </summary>
/// <param name="Key">Names the step and round, so that a step that runs twice is recorded once.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who: <see cref="Actor"/>, never a name or an address.</param>
/// <param name="Note">Words that belong to it (a reason, a question), or null.</param>
public sealed record InitiativeEvent(string Key, InitiativeEventKind Kind, DateTimeOffset At, Actor By, string? Note = null);
