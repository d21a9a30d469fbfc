namespace Initiatiefloket.Council;

/// <summary>One digest: a stretch of the change feed.</summary>
/// <param name="After">Number of the last entry that was told before.</param>
/// <param name="Through">Number of the last entry in this one.</param>
/// <param name="MemberIds">Who gets it; nobody when there is no news.</param>
public sealed record DigestIssue(long After, long Through, IReadOnlyList<string> MemberIds);

/// <summary>What a digest tells of one initiative.</summary>
/// <param name="Initiative">As it stands now.</param>
/// <param name="LookAlong">A personal link to the case, or null when there is nothing to see yet.</param>
public sealed record DigestItem(Initiatives.Initiative Initiative, Uri? LookAlong);
