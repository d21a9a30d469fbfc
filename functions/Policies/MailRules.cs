namespace Initiatiefloket.Policies;

/// <summary>What mails look like.</summary>
/// <param name="CodesInsteadOfLinks">
/// True for a municipality that forbids links in mail: a mail then carries a code to type at a fixed address.
/// </param>
public sealed record MailRules(bool CodesInsteadOfLinks);
