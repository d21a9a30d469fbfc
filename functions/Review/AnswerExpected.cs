namespace Initiatiefloket.Review;

/// <summary>The applicant was asked something.</summary>
/// <param name="RemindAt">When to remind, half-way.</param>
/// <param name="Until">When the time to answer ends; for a request to complete that is the recovery term (Awb 4:5).</param>
/// <param name="SetAsideBefore">
/// For a request to complete that reached the applicant: without an answer the application is set aside, before this moment (Awb 4:5, fourth
/// paragraph). Null when it is decided with what is there.
/// </param>
public sealed record AnswerExpected(DateTimeOffset RemindAt, DateTimeOffset Until, DateTimeOffset? SetAsideBefore);
