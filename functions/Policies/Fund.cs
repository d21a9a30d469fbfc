using Initiatiefloket.Money;

namespace Initiatiefloket.Policies;

/// <summary>A source of money in a pot, such as the Wmo or welfare budget.</summary>
/// <param name="Id">Short name in storage; never changes.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="Amount">What it puts into the pot for the year.</param>
public sealed record Fund(string Id, string Name, Euro Amount);
