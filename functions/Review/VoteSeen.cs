using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

/// <summary>A vote as members of the panel see it.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="IsOwn">True for the vote of whoever looks.</param>
/// <param name="Vote">The vote.</param>
public sealed record VoteSeen(string Name, bool IsOwn, Verdict Vote);
