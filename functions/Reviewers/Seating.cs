using Initiatiefloket.Review;

namespace Initiatiefloket.Reviewers;

/// <summary>Who decides a round.</summary>
/// <param name="Seats">Different actors.</param>
/// <param name="HandOvers">Who of the round before could not stay, and who came in their place.</param>
public sealed record Seating(IReadOnlyList<string> Seats, IReadOnlyList<HandOver> HandOvers);
