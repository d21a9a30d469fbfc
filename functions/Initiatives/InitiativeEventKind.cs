namespace Initiatiefloket.Initiatives;

/// <summary>What can happen to an initiative, in the order of the process.</summary>
public enum InitiativeEventKind
{
    Drafted,
    Submitted,
    ReviewOpened,
    ReviewEscalated,
    Approved,
    QuestionPut,
    QuestionAsked,
    QuestionAnswered,
    Declined,
    Reserved,
    PutOnWaitingList,
    TermExtended,
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
    LeftToDesk,
    MailRefused,
}
