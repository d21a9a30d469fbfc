namespace Initiatiefloket.Initiatives;

/// <summary>
/// One entry of the audit trail, stored in the same transaction as the change that it describes.
/// </summary>
/// <param name="Key">Names the step and round, so that a step that runs twice is recorded once.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who: <see cref="Actor"/>, never a name or an address.</param>
/// <param name="Note">Words that belong to it (a reason, a question), or null.</param>
public sealed record InitiativeEvent(string Key, InitiativeEventKind Kind, DateTimeOffset At, Actor By, string? Note = null);

/// <summary>What can happen to an initiative, in the order of the process.</summary>
public enum InitiativeEventKind
{
    Drafted,
    Submitted,
    ReviewOpened,
    ReviewEscalated,
    ReviewerChanged,
    InvolvementNoted,
    Voted,
    Approved,
    QuestionPut,
    QuestionAsked,
    QuestionSent,
    QuestionNotSent,
    QuestionAnswered,
    QuestionExpired,
    Declined,
    SetAsideChosen,
    Reserved,
    PutOnWaitingList,
    PartOffered,
    PartAccepted,
    PartDeclined,
    TermExtended,
    LaterDateTold,
    MoreTimeAsked,
    MoreTimeAgreed,
    MoreTimeDeclined,
    MoreTimeTakenBack,
    MoreTimeLapsed,
    TalkNoted,
    DefaultNoticeReceived,
    CouncilWindowOpened,
    CalledIn,
    CouncilWindowClosed,
    CouncilAsked,
    CouncilGranted,
    CouncilDeclined,
    Granted,
    Rejected,
    SetAside,
    Withdrawn,
    LetterSent,
    LetterNotSent,
    LetterNotDelivered,
    LetterPosted,
    LeftToDesk,

    /// <summary>The desk took up a case that nobody had decided.</summary>
    TakenUp,
    MailRefused,
    MailNotDelivered,
    ContactChanged,
    EmailChangeAsked,
    EmailChanged,
    MailPreferenceChanged,
    Released,
    ReleaseTakenBack,
    ContactChangeAsked,
    ContactChangeEnded,
    ContactChangeDisowned,
    ContactCorrected,

    /// <summary>An error of typing in the application was corrected.</summary>
    ApplicationCorrected,
    LetterMade,
    LaterDecision,
    IntentionTold,
    CallInTakenBack,

    /// <summary>A council member asked the professional something.</summary>
    CouncilQuestionAsked,
    CouncilQuestionAnswered,

    /// <summary>Members of the council may open a document.</summary>
    DocumentReleased,
    DocumentReleaseTakenBack,
}

/// <summary>Which events others want to hear of: they go into the change feed.</summary>
public static class News
{
    public static bool IsNews(this InitiativeEventKind kind) => kind is InitiativeEventKind.Submitted
        or InitiativeEventKind.PutOnWaitingList
        or InitiativeEventKind.CouncilWindowOpened
        or InitiativeEventKind.CouncilAsked
        or InitiativeEventKind.Granted
        or InitiativeEventKind.Rejected
        or InitiativeEventKind.SetAside
        or InitiativeEventKind.Withdrawn
        or InitiativeEventKind.LeftToDesk;
}

/// <summary>A change of an initiative and the event that tells of it, stored together.</summary>
/// <param name="Changed">The initiative after it.</param>
/// <param name="Happened">What happened.</param>
public sealed record Change(Initiative Changed, InitiativeEvent Happened);
