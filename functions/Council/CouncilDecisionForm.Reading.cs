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
    private const int LongestMeeting = 100;
    private const int LongestItem = 30;

    /// <summary>Addresses of council systems have some 150 characters; more does not fit a letter.</summary>
    private const int LongestAddress = 300;

    /// <summary>The decision that was filled in, or null with the errors added.</summary>
    /// <param name="initiative">The case, with what the professional advises: the council may lower the amount, and keep, drop or add duties.</param>
    /// <param name="rules">The rules of the case.</param>
    /// <param name="askedOn">Day on which the case went to the council.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public CouncilDecision? Read(Initiative initiative, Policy rules, DateOnly askedOn, DateTimeOffset now, FormErrors errors)
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

        var advice = initiative.VerdictOf(initiative.Round);
        var amount = choice == CouncilChoice.Grant ? ReadAmount(initiative.AmountAdvised, errors) : null;
        var duties = choice == CouncilChoice.Grant ? ReadDuties(advice, rules, errors) : null;
        var ground = choice == CouncilChoice.Decline ? ReadGround(rules, errors) : null;
        var decidedOn = ReadDay(askedOn, LocalTime.DayOf(now), errors);
        errors.Require(MeetingField, Meeting, "Vul in welke vergadering het was, bijvoorbeeld Raadsvergadering.", LongestMeeting);
        errors.AtMost(AgendaItemField, AgendaItem, LongestItem);
        var published = ReadPublished(errors);
        errors.Require(ReasonsField, Reasons, "Vul in waarom de raad dit heeft besloten. De aanvrager leest dit in de brief.", LongestText);
        var votes = ReadVotes(choice, errors);
        return errors.Any
            ? null
            : new CouncilDecision(choice!.Value, Reasons, decidedOn!.Value, now)
            {
                Amount = amount,
                GroundCode = ground,
                Votes = votes,
                Meeting = Meeting,
                AgendaItem = AgendaItem.Length == 0 ? null : AgendaItem,
                PublishedAt = published,
                Duties = duties,
            };
    }

    private CouncilDuties ReadDuties(Verdict? advice, Policy rules, FormErrors errors)
    {
        // Several professionals together may have written more than one of them could.
        Duties.Check(TypedDuties.ChoicesIn(rules, advice?.ConditionCodes ?? []), errors, Math.Max(TypedDuties.LongestText, advice?.Conditions?.Length ?? 0));
        return new CouncilDuties(Duties.Codes, Duties.OwnWords.Length == 0 ? null : Duties.OwnWords);
    }

    // Shown as a link to whoever reads of the case: an address of the public web, without a name and password in it.
    private Uri? ReadPublished(FormErrors errors)
    {
        if (Published.Length == 0)
        {
            return null;
        }

        if (Uri.TryCreate(Published, UriKind.Absolute, out var address)
            && address is { HostNameType: UriHostNameType.Dns, IsDefaultPort: true, UserInfo: "" }
            && address.Scheme == Uri.UriSchemeHttps
            && address.Host.Contains('.', StringComparison.Ordinal)
            && address.AbsoluteUri.Length <= LongestAddress)
        {
            return new Uri(address.AbsoluteUri);
        }

        errors.Add(PublishedField, $"Vul het hele adres in van de pagina met het besluit. Het begint met https:// en heeft ten hoogste {LongestAddress} tekens. Of laat het leeg.");
        return null;
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

    /// <summary>The grounds on which the council can refuse: money is reserved for the case, so an empty pot is none (Awb 4:25).</summary>
    public static IEnumerable<RefusalReason> GroundsIn(Policy rules) => rules.RefusalReasons.Where(ground => !ground.NeedsEmptyPot);

    private string? ReadGround(Policy rules, FormErrors errors)
    {
        if (GroundsIn(rules).Any(ground => ground.Code == Ground))
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
}
