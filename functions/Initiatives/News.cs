namespace Initiatiefloket.Initiatives;

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
