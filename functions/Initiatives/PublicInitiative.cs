namespace Initiatiefloket.Initiatives;

/// <summary>What everybody may know of an initiative that was granted.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="GrantedOn">Day of the decision.</param>
public sealed record PublicInitiative(string Title, DateOnly GrantedOn);
