namespace Initiatiefloket.Links;

/// <summary>A way back to a form that is not sent yet.</summary>
/// <param name="Token">The token in its address, known only to who receives it.</param>
/// <param name="Address">What the mail carries.</param>
public sealed record DraftLink(string Token, Uri Address);
