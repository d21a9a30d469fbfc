namespace Initiatiefloket.Policies;

/// <summary>A ground to refuse, with its source (Awb 3:46 asks for reasons).</summary>
/// <param name="Code">Short name.</param>
/// <param name="Text">What the applicant reads, in plain Dutch.</param>
/// <param name="Article">Article of law or ordinance, such as "Awb 4:25".</param>
public sealed record RefusalReason(string Code, string Text, string Article);
