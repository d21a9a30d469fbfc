namespace Initiatiefloket.Initiatives;

/// <summary>How a decision letter is on its way to the applicant.</summary>
public enum LetterRoad
{
    /// <summary>There is no letter, it is about to be mailed, or it was sent and nothing says that it did not arrive.</summary>
    Clear,

    /// <summary>The mail service refused the mail: the decision is not announced, and no term to object runs (Awb 3:41, 6:8).</summary>
    NotAnnounced,

    /// <summary>The mail was taken, so that the decision is announced, and came back later.</summary>
    NotArrived,
}

/// <summary>Tells the road of a letter from the trail.</summary>
public static class LetterRoads
{
    /// <summary>How the last letter is on its way.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="events">Its trail, oldest first.</param>
    public static LetterRoad Of(Initiative initiative, IReadOnlyList<InitiativeEvent> events)
    {
        var last = events.LastOrDefault(happened => happened.Kind is InitiativeEventKind.LetterSent or InitiativeEventKind.LetterNotSent
            or InitiativeEventKind.LetterNotDelivered or InitiativeEventKind.LetterPosted);
        return initiative.Letters is [.., { PostedOn: not null }] ? LetterRoad.Clear
            : last?.Kind is not (InitiativeEventKind.LetterNotSent or InitiativeEventKind.LetterNotDelivered) ? LetterRoad.Clear
            : initiative.Unannounced is null ? LetterRoad.NotArrived
            : LetterRoad.NotAnnounced;
    }
}
