using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>What one ledger entry changes in one fund; amounts may be negative.</summary>
public sealed record FundMovement(string FundId, Euro Total, Euro Reserved, Euro Granted);
