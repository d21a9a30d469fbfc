namespace Initiatiefloket.Review;

/// <summary>The applicant was asked something.</summary>
/// <param name="RemindAt">When to remind, half-way.</param>
/// <param name="Until">When the time to answer ends; for a request to complete that is the recovery term (Awb 4:5).</param>
/// <param name="IsRequired">True for a request to complete: without an answer the application is set aside.</param>
public sealed record AnswerExpected(DateTimeOffset RemindAt, DateTimeOffset Until, bool IsRequired);
