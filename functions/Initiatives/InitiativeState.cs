using System.Diagnostics;

namespace Initiatiefloket.Initiatives;

/// <summary>Where an initiative stands in the process (docs/process.md).</summary>
public enum InitiativeState
{
    /// <summary>Filled in, but the applicant has not yet confirmed the e-mail address.</summary>
    Draft,

    /// <summary>Received by the municipality; the legal clock runs.</summary>
    Submitted,

    /// <summary>A professional is to decide.</summary>
    InReview,

    /// <summary>The professional asked something; the legal clock is suspended (Awb 4:15).</summary>
    WaitingForApplicant,

    /// <summary>Approved, but the pot is empty; served in order of receipt (Awb 4:26).</summary>
    WaitingList,

    /// <summary>Money is reserved and the council may call the case in.</summary>
    CouncilWindow,

    /// <summary>The council has the case on its agenda; nothing is granted until it decided.</summary>
    CouncilDecides,

    /// <summary>Granted; the award letter is written (Awb 4:29 and further).</summary>
    Granted,

    /// <summary>Refused with reasons (Awb 3:46).</summary>
    Rejected,

    /// <summary>Not treated, because it was not complete after the applicant had the chance to complete it (Awb 4:5).</summary>
    SetAside,

    /// <summary>Withdrawn by the applicant.</summary>
    Withdrawn,

    /// <summary>Nobody decided after all reminders; the coordinator has to act outside the workflow.</summary>
    LeftToDesk,
}

/// <summary>Where a case stands, as professionals and council read it.</summary>
public static class StateWords
{
    extension(InitiativeState state)
    {
        /// <summary>A few words, such as "De raad kan meekijken".</summary>
        public string InDutch => state switch
        {
            InitiativeState.CouncilWindow => "De raad kan meekijken",
            InitiativeState.CouncilDecides => "De raad beslist",
            InitiativeState.Granted => "Toegekend",
            InitiativeState.Rejected => "Afgewezen",
            InitiativeState.SetAside => "Niet behandeld: de aanvraag was niet compleet",
            InitiativeState.Withdrawn => "Ingetrokken door de aanvrager",
            InitiativeState.WaitingList => "Op de wachtlijst: er is nu niet genoeg geld",
            InitiativeState.WaitingForApplicant => "Wacht op antwoord van de aanvrager",
            InitiativeState.LeftToDesk => "Besluit is te laat; de coördinator pakt het op",
            InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview => "Wordt beoordeeld",
            _ => throw new UnreachableException(),
        };
    }
}
