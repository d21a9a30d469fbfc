namespace Initiatiefloket.Assignment;

/// <summary>A page of the cases that are over for somebody.</summary>
/// <param name="Page">The cases on it, newest first.</param>
/// <param name="Older">The place after which the next page begins; null when there is none.</param>
public sealed record EndedCases(IReadOnlyList<EndedCase> Page, PlaceAmongEnded? Older);
