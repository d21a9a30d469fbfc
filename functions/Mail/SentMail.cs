namespace Initiatiefloket.Mail;

/// <summary>A mail that went out, or that the mail service refused.</summary>
/// <param name="Step">Names the mail within the case.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">Whether the mail service took it.</param>
public sealed record SentMail(string Step, DateTimeOffset At, Posted Outcome);
