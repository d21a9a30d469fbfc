namespace Initiatiefloket.Review;

/// <summary>Marks the resource with the English texts of this folder; only what the applicant reads.</summary>
public sealed class ReviewTexts;
