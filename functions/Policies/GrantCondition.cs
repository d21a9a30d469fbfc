namespace Initiatiefloket.Policies;

/// <summary>A condition that can be attached to a grant (Awb 4:37, 4:38).</summary>
/// <param name="Code">Short name.</param>
/// <param name="Text">What stands in the letter, in plain Dutch.</param>
public sealed record GrantCondition(string Code, string Text);
