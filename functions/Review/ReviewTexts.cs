namespace Initiatiefloket.Review;

/// <summary>Names the English texts of this folder; only what the applicant reads.</summary>
public sealed class ReviewTexts;
