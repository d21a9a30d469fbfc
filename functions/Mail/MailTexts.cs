namespace Initiatiefloket.Mail;

/// <summary>Names the English texts around every mail.</summary>
public sealed class MailTexts;
