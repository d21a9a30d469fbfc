namespace Initiatiefloket.Review;

/// <summary>Input of the steps that remind of a round.</summary>
/// <param name="Review">The round.</param>
/// <param name="Number">Number of the reminder.</param>
public sealed record ReviewNudge(ReviewRoundCase Review, int Number);
