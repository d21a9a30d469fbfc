using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Council;

public sealed partial record CouncilDecisionForm
{
    private const int LongestText = 4000;

    /// <summary>The decision that was filled in, or null with the errors added.</summary>
    /// <param name="advised">What the professional advises to grant; the council may lower it.</param>
    /// <param name="rules">The rules of the case.</param>
    /// <param name="askedOn">Day on which the case went to the council.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public CouncilDecision? Read(Euro advised, Policy rules, DateOnly askedOn, DateTimeOffset now, FormErrors errors)
    {
        CouncilChoice? choice = Choice switch
        {
            Grant => CouncilChoice.Grant,
            Decline => CouncilChoice.Decline,
            _ => null,
        };
        if (choice is null)
        {
            errors.Add(ChoiceField, "Kies wat de raad heeft besloten.");
        }

        var amount = choice == CouncilChoice.Grant ? ReadAmount(advised, errors) : null;
        var ground = choice == CouncilChoice.Decline ? ReadGround(rules, errors) : null;
        errors.Require(ReasonsField, Reasons, "Vul in waarom de raad dit heeft besloten. De aanvrager leest dit in de brief.", LongestText);
        var decidedOn = ReadDay(askedOn, LocalTime.DayOf(now), errors);
        var votes = ReadVotes(choice, errors);
        return errors.Any
            ? null
            : new CouncilDecision(choice!.Value, Reasons, decidedOn!.Value, now) { Amount = amount, GroundCode = ground, Votes = votes };
    }

    private Euro? ReadAmount(Euro advised, FormErrors errors)
    {
        var read = Euro.Read(Amount);
        var wrong = read switch
        {
            EuroInput.Amount(var value) when value == Euro.Zero => "Vul een bedrag in dat hoger is dan nul. Wil de raad niets geven? Kies dan voor afwijzen.",
            EuroInput.Amount(var value) when value > advised => $"Vul een bedrag in van ten hoogste {advised}: meer is niet geadviseerd en niet gereserveerd.",
            EuroInput.Amount => null,
            EuroInput.Unreadable(var message) => message,
            _ => throw new UnreachableException(),
        };
        if (wrong is not null)
        {
            errors.Add(AmountField, wrong);
        }

        return read is EuroInput.Amount(var amount) ? amount : null;
    }

    private string? ReadGround(Policy rules, FormErrors errors)
    {
        if (rules.RefusalReasons.Any(ground => ground.Code == Ground))
        {
            return Ground;
        }

        errors.Add(GroundField, "Kies op welke grond van de regeling de raad afwijst. Zonder grond houdt een afwijzing geen stand.");
        return null;
    }

    private DateOnly? ReadDay(DateOnly askedOn, DateOnly today, FormErrors errors)
    {
        var day = errors.ReadDay(DecidedOnField, DecidedOn, "Vul de datum van de raadsvergadering in, bijvoorbeeld 14 9 2026.");
        if (day > today)
        {
            errors.Add(DecidedOnField, "Vul een datum in die niet in de toekomst ligt. Leg het besluit vast na de vergadering.");
        }
        else if (day < askedOn)
        {
            errors.Add(DecidedOnField, $"Vul een datum in van {askedOn.InWords()} of later. Op die dag ging de aanvraag naar de raad.");
        }

        return day;
    }

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
