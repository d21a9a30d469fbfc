namespace Initiatiefloket.Policies;

/// <summary>How often something may happen, so that each case ends.</summary>
/// <param name="QuestionRounds">How many times a professional may ask the applicant.</param>
/// <param name="CoordinatorReminders">How many times the coordinator is reminded of a case.</param>
public sealed record Limits(int QuestionRounds, int CoordinatorReminders);
