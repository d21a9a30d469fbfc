using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Council;

/// <content>The votes, and whether they fit what was decided.</content>
public sealed partial record CouncilDecisionForm
{
    private IReadOnlyList<PartyVotes> ReadVotes(CouncilChoice? choice, FormErrors errors)
    {
        switch (Voting)
        {
            case Unanimous:
                return [];
            case Voted:
                IReadOnlyList<PartyVotes> votes = [.. Votes.Select(party => party.Read(errors))];
                CheckOutcome(choice, votes.Sum(party => party.InFavour), votes.Sum(party => party.Against), errors);
                return votes;
            default:
                errors.Add(VotingField, "Kies of er is gestemd.");
                return [];
        }
    }

    // More than half of the votes (Gemeentewet 30); a tie is no majority (Gemeentewet 32).
    private static void CheckOutcome(CouncilChoice? choice, int inFavour, int against, FormErrors errors)
    {
        var count = $"U vulde in: {inFavour} voor en {against} tegen.";
        if (inFavour + against == 0)
        {
            errors.Add(VotingField, "Vul per partij in hoeveel leden voor en tegen stemden.");
        }
        else if (choice == CouncilChoice.Grant && inFavour <= against)
        {
            errors.Add(VotingField, $"{count} Dan is er geen meerderheid om toe te kennen. Verbeter de stemmen of kies voor afwijzen.");
        }
        else if (choice == CouncilChoice.Decline && inFavour > against)
        {
            errors.Add(VotingField, $"{count} Dan is er een meerderheid om toe te kennen. Verbeter de stemmen of kies voor toekennen.");
        }
    }
}
