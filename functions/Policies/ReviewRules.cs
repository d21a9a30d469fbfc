namespace Initiatiefloket.Policies;

/// <summary>How professionals decide in a band.</summary>
/// <param name="Reviewers">How many decide together, 1 to 3.</param>
/// <param name="IsSealed">True when they do not see each other's verdict before they gave their own.</param>
/// <param name="ConfirmsByCode">True when a decision is confirmed with a code from the mailbox of whom the link was sent to.</param>
public sealed record ReviewRules(int Reviewers, bool IsSealed, bool ConfirmsByCode);
