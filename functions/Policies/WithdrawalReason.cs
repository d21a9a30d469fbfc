using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>A reason to withdraw that many people have.</summary>
/// <param name="Code">Short name.</param>
/// <param name="Text">What the applicant chooses, in plain words.</param>
public sealed record WithdrawalReason(string Code, LocalText Text);
