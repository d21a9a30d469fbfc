namespace Initiatiefloket.Review;

/// <summary>Input of the steps that remind of a round.</summary>
/// <param name="Review">The round.</param>
/// <param name="Nudge">The reminder.</param>
public sealed record ReviewNudge(ReviewRoundCase Review, Nudge Nudge)
{
    /// <summary>Names it in keys of events and mails.</summary>
    /// <param name="what">What is done.</param>
    public string KeyOf(string what) => $"review-{Review.Round}-{what}-{Nudge.Seating}-{Nudge.Number}";
}
