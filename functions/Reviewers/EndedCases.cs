namespace Initiatiefloket.Reviewers;

/// <summary>A page of the cases that are over for somebody.</summary>
/// <param name="Page">The cases on it, newest first.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record EndedCases(IReadOnlyList<EndedCase> Page, int Total);
