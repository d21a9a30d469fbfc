using System.Diagnostics;
namespace Initiatiefloket.Initiatives;

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
            InitiativeState.SetAside => "Niet behandeld: niet op tijd aangevuld",
            InitiativeState.Withdrawn => "Ingetrokken door de aanvrager",
            InitiativeState.WaitingList => "Op de wachtlijst: er is nu niet genoeg geld",
            InitiativeState.WaitingForApplicant => "Wacht op antwoord van de aanvrager",
            InitiativeState.LeftToDesk => "Besluit is te laat; de coördinator pakt het op",
            InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview => "Wordt beoordeeld",
            _ => throw new UnreachableException(),
        };
    }
}
