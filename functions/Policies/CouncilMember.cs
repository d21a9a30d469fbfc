namespace Initiatiefloket.Policies;

/// <summary>A member of the council.</summary>
public sealed record CouncilMember(string Id, string Name, string Party, string Email);
