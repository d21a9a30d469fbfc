namespace Initiatiefloket.Review;

/// <summary>The applicant was asked to complete the application.</summary>
/// <param name="RemindAt">When to remind, half-way the recovery term.</param>
/// <param name="Until">When the recovery term ends (Awb 4:5).</param>
public sealed record AnswerExpected(DateTimeOffset RemindAt, DateTimeOffset Until);
