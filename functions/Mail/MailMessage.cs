namespace Initiatiefloket.Mail;

/// <summary>
/// A mail as its sender composes it: a subject and a few blocks, from which both the plain text and its HTML twin follow.
/// </summary>
/// <param name="Subject">Subject line, without names of people.</param>
/// <param name="Blocks">What it says, top to bottom.</param>
public sealed record MailMessage(string Subject, params IReadOnlyList<MailBlock> Blocks);
