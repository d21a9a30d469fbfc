namespace Initiatiefloket.Budget;

/// <summary>The claim of one initiative on the pot of a year.</summary>
/// <param name="Asked">What it asked for.</param>
/// <param name="State">How it stands.</param>
/// <param name="Allocation">What is reserved or granted, by fund; null while waiting and after release.</param>
public sealed record PotClaim(MoneyAsked Asked, ClaimState State, Allocation? Allocation);
