namespace Initiatiefloket.Initiatives;

/// <summary>Which mails the applicant wants.</summary>
public enum MailsWanted
{
    /// <summary>A mail at each step.</summary>
    All,

    /// <summary>Only what asks for action, what was decided, and what the law wants in writing; these cannot be switched off.</summary>
    Needed,
}
