using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>The part of an amount that one fund pays.</summary>
public sealed record FundShare(string FundId, Euro Amount);
