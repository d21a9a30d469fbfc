namespace Initiatiefloket.Initiatives;

/// <summary>Who applied, as it stands in its row.</summary>
/// <param name="Applicant">Name, address and so on.</param>
/// <param name="Version">Changes with each change.</param>
public sealed record Contact(Applicant Applicant, string Version);
