using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Funding;

/// <summary>Input of the step that reserves money.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Amount">What to reserve.</param>
/// <param name="Terms">How long to wait when the pot is empty.</param>
public sealed record BudgetRequest(string InitiativeId, Euro Amount, PolicyTerms Terms);

/// <summary>Answer of the step that reserves money.</summary>
/// <param name="WaitsUntil">Null when the money is reserved; otherwise when the place on the waiting list ends, which may be at once.</param>
public sealed record BudgetAnswer(DateTimeOffset? WaitsUntil);
