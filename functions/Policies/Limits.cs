namespace Initiatiefloket.Policies;

/// <summary>How often something may happen, so that each case ends.</summary>
/// <param name="QuestionRounds">How many times a professional may ask the applicant.</param>
/// <param name="CoordinatorReminders">How many times the coordinator is reminded of a case.</param>
public sealed record Limits(int QuestionRounds, int CoordinatorReminders);

/// <summary>What may be attached to an application, and to each answer.</summary>
/// <param name="AtMost">How many documents.</param>
/// <param name="MegabytesEach">How large each may be, in megabytes of 1024 × 1024 bytes.</param>
public sealed record DocumentRules(int AtMost, int MegabytesEach)
{
    /// <summary>How large each may be, in bytes.</summary>
    public long BytesEach => MegabytesEach * 1024L * 1024L;
}

/// <summary>What functions that receive files need to know at compile time.</summary>
public static class UploadLimits
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>What all documents of one owner may be together, in megabytes; the policy cannot allow more (<see cref="DocumentRules"/>).</summary>
    public const int MostMegabytesTogether = 60;

    /// <summary>For <c>[RequestSizeLimit]</c>, in bytes: all documents in one form, and its other fields.</summary>
    public const long RequestBytes = (MostMegabytesTogether + 4) * Megabyte;
}

/// <summary>What mails look like.</summary>
/// <param name="CodesInsteadOfLinks">
/// True for a municipality that forbids links in mail: a mail then carries a code to type at a fixed address.
/// </param>
public sealed record MailRules(bool CodesInsteadOfLinks)
{
    /// <summary>Whether those who have open cases are mailed a link to all of them each Monday.</summary>
    public bool OverviewWeekly { get; init; } = true;
}
