using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>An initiative asks its pot for money.</summary>
/// <param name="InitiativeId">Which initiative; it has one claim on a pot at a time.</param>
/// <param name="Key">Names this very step (instance, step and round): the same key again gives the first answer again.</param>
/// <param name="Amount">How much, more than zero.</param>
/// <param name="ReceivedAt">When the complete application was received: money is divided in that order (Awb 4:26).</param>
public sealed record MoneyAsked(string InitiativeId, string Key, Euro Amount, DateTimeOffset ReceivedAt);
