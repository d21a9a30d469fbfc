using System.Diagnostics;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Council;

/// <summary>What professionals want and where a case stands, in plain words for members of the council.</summary>
public static class CouncilWords
{
    /// <summary>What the professional did: "De professional wil toekennen".</summary>
    public static string ByProfessional(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => "De professional wil toekennen",
        VerdictKind.Ask => "De professional heeft een vraag gesteld",
        VerdictKind.Decline => "De professional wijst af",
        VerdictKind.SetAside => "De professional stelt de aanvraag buiten behandeling",
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a case stands on which a member can do nothing now.</summary>
    public static string Of(InitiativeState state) => state switch
    {
        InitiativeState.Granted => "Het geld is toegekend.",
        InitiativeState.CouncilDecides => "De raad beslist over dit initiatief.",
        InitiativeState.Rejected => "De aanvraag is afgewezen.",
        InitiativeState.Withdrawn => "De aanvrager heeft het initiatief ingetrokken.",
        InitiativeState.SetAside => "De aanvraag is niet behandeld: zij was niet compleet.",
        InitiativeState.WaitingForApplicant => "De professional wacht op een antwoord van de aanvrager.",
        InitiativeState.WaitingList => "De aanvraag staat op de wachtlijst: er is nu niet genoeg geld.",
        InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.CouncilWindow or InitiativeState.LeftToDesk =>
            "De behandeling gaat verder.",
        _ => throw new UnreachableException(),
    };
}
