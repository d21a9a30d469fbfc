using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>A reservation that became a grant.</summary>
/// <param name="Allocation">What is granted, by fund.</param>
/// <param name="Released">What was reserved but not granted, and went back to the pot.</param>
/// <param name="After">The balance afterwards.</param>
public sealed record GrantedPart(Allocation Allocation, Euro Released, PotBalance After);
