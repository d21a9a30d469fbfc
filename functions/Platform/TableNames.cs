namespace Initiatiefloket.Platform;

/// <summary>The tables of the app, created at start.</summary>
public static class TableNames
{
    public const string Initiatives = "Initiatives";
    public const string PublicInitiatives = "PublicInitiatives";
    public const string Drafts = "Drafts";
    public const string Forms = "Forms";
    public const string Links = "Links";
    public const string LinkIndex = "LinkIndex";
    public const string ConfirmCodes = "ConfirmCodes";
    public const string MailLog = "MailLog";
    public const string Undelivered = "Undelivered";
    public const string Pot = "Pot";
    public const string Signals = "Signals";
    public const string ChangeFeed = "ChangeFeed";
    public const string CouncilMembers = "CouncilMembers";
    public const string CouncilQuestions = "CouncilQuestions";
    public const string Support = "Support";
    public const string Shares = "Shares";
    public const string AnswerDrafts = "AnswerDrafts";
    public const string CaseTalk = "CaseTalk";
    public const string ReviewDrafts = "ReviewDrafts";
    public const string Documents = "Documents";
    public const string UnfinishedDocuments = "UnfinishedDocuments";
    public const string CaseLists = "CaseLists";
    public const string Absences = "Absences";
    public const string Deadlines = "Deadlines";
    public const string Limits = "Limits";
    public const string Worklist = "Worklist";

    public static IReadOnlyList<string> All { get; } =
    [
        Initiatives,
        PublicInitiatives,
        Drafts,
        Forms,
        Links,
        LinkIndex,
        ConfirmCodes,
        MailLog,
        Undelivered,
        Pot,
        Signals,
        ChangeFeed,
        CouncilMembers,
        CouncilQuestions,
        Support,
        Shares,
        AnswerDrafts,
        CaseTalk,
        ReviewDrafts,
        Documents,
        UnfinishedDocuments,
        CaseLists,
        Absences,
        Deadlines,
        Limits,
        Worklist,
    ];
}

/// <summary>The blob containers of the app, created at start.</summary>
public static class ContainerNames
{
    public const string Letters = "letters";
    public const string Documents = "documents";
    public const string Secrets = "secrets";
    public const string DataProtection = "data-protection";

    public static IReadOnlyList<string> All { get; } = [Letters, Documents, Secrets, DataProtection];
}
