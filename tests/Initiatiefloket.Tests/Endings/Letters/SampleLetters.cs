using Initiatiefloket.Budget;
using Initiatiefloket.Endings;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Endings.Letters;

/// <summary>A letter of each kind, decided on 20 April 2026.</summary>
internal static class SampleLetters
{
    public static LetterWords Words { get; } = new(AppTexts.Localizer);

    public static DateOnly DecidedOn { get; } = new(2026, 4, 20);

    /// <summary>Of which a line wraps and a page ends, with all that a letter may hold.</summary>
    public static LetterDocument Long => Words.Of(Of(LetterKind.ObjectionDecision) switch
    {
        ObjectionModel objection => objection with { Reasons = new Reasons([.. Enumerable.Range(1, 60).Select(number => $"Reden {number}. {new string('w', 120)} einde.")]) },
        var other => other,
    });

    public static LetterModel Of(LetterKind kind) => kind switch
    {
        LetterKind.Award => Case(4000, 4000).ToModel(kind, Policy),
        LetterKind.PartialAward => Case(20_000, 18_000, "permit", "name-municipality", "keep-receipts").ToModel(kind, Policy),
        LetterKind.SettledAward => Case(450, 400).ToModel(kind, Policy),
        LetterKind.Refusal => Refused(RefusalGround.Professional, "costs", "not-for-oldenzaal").ToModel(kind, Policy),
        LetterKind.SetAside => (Case(4000, 4000) with { Initiative = Cases.In(InitiativeState.SetAside) }).ToModel(kind, Policy),
        LetterKind.Intention => Refused(RefusalGround.Professional, "accounting").ToModel(kind, Policy),
        LetterKind.Settlement => new SettlementModel
        {
            Head = Head,
            Remedy = Objection,
            Awarded = Euro.Whole(4000),
            AwardedOn = DecidedOn.AddDays(-200),
            Settled = new Euro(3512_50),
            Lower = LowerGround.NotDone,
            Reasons = new Reasons(["De laatste drie avonden gingen niet door. U gaf dat zelf aan."]),
            Payment = new PayDay(Policy.Terms.Payment),
        },
        LetterKind.Amendment => new AmendmentModel
        {
            Head = Head,
            Remedy = Objection,
            Change = "U mag de activiteit houden tot en met 1 juni 2027.",
            Ground = RevocationGround.ReasonableTerm,
            Reasons = new Reasons(["Het wijkhuis wordt verbouwd. U vroeg daarom om meer tijd."]),
            From = DecidedOn,
        },
        LetterKind.Revocation => new RevocationModel
        {
            Head = Head,
            Remedy = Objection,
            Awarded = Euro.Whole(4000),
            AwardedOn = DecidedOn.AddDays(-60),
            Ground = RevocationGround.BeforeSettling,
            Reasons = new Reasons(["U schreef ons dat u stopt met het initiatief."]),
            From = DecidedOn,
        },
        LetterKind.Recovery => new RecoveryModel
        {
            Head = Head,
            Remedy = Objection,
            Amount = new Euro(487_50),
            Reasons = new Reasons(["Wij stelden uw subsidie lager vast dan het voorschot dat u kreeg."]),
            PayBack = new PayDay(Policy.Terms.Payment, new DateOnly(2026, 7, 1)),
            HowToPay = "Maak het bedrag over naar NL00 BANK 0123 4567 89 van de gemeente Oldenzaal. Zet erbij: BI-2026-7K3M9.",
        },
        LetterKind.PenaltyDecision => new PenaltyModel
        {
            Head = Head,
            Remedy = Objection,
            NoticeOn = new DateOnly(2026, 4, 1),
            FirstDay = new DateOnly(2026, 4, 16),
            LastDay = new DateOnly(2026, 4, 19),
            Days = 4,
            Amount = Euro.Whole(92),
            Payment = new PayDay(Policy.Terms.Payment),
        },
        LetterKind.ObjectionDecision => new ObjectionModel
        {
            Head = Head,
            Remedy = new Remedy.Appeal(Policy.Remedies.Appeal, Policy.Terms.Objection),
            ObjectedOn = new DateOnly(2026, 3, 20),
            Decision = "Uw bezwaar is ongegrond. Ons besluit blijft zoals het was.",
            Reasons = new Reasons(["Ook na uw uitleg vinden wij de kosten te hoog.", "De commissie gaf ons hetzelfde advies."]),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The translation of a letter, for an applicant who has English.</summary>
    public static LetterDocument TranslationOf(LetterModel letter) => Words.Of(letter with { Head = letter.Head with { Language = "en" } }).Translation!;

    /// <summary>A grant of so much, in whole euros.</summary>
    public static LetterCase Case(int asked, int granted, params string[] duties)
    {
        var initiative = Cases.Approved with { Asked = Euro.Whole(asked), State = InitiativeState.Granted };
        var verdict = initiative.VerdictOf(1)! with { Amount = Euro.Whole(granted), ConditionCodes = duties, Conditions = duties.Length == 0 ? null : "Meld u vooraf." };
        return new LetterCase(
            initiative.With(verdict),
            Cases.Application with { EndsOn = new DateOnly(2026, 11, 30) },
            Cases.Applicant with { Address = new PostalAddress("Deurningerstraat 12", "7571 AB", "Oldenzaal") },
            DecidedOn);
    }

    /// <summary>A refusal, on grounds of the policy.</summary>
    public static LetterCase Refused(RefusalGround ground, params string[] codes)
    {
        var refused = Cases.In(InitiativeState.Rejected) with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Decline) };
        return Case(4000, 4000) with
        {
            Initiative = refused.With(refused.VerdictOf(1)! with { RefusalCodes = codes, Reasons = "De begroting heeft twee posten voor dezelfde zaal." }),
            Ground = ground,
            Lack = new LackOfMoney(
                Rank: 3, Cases.ReceivedAt, Euro.Whole(5000), Euro.Whole(4500), AheadCount: 2, Euro.Whole(1200), new DateOnly(2025, 12, 15), "het Gemeenteblad van Oldenzaal"),
        };
    }

    private static Policy Policy => Cases.Policy;

    private static LetterHead Head => Case(4000, 4000).HeadFor(Band.For(Policy.Bands, Euro.Whole(4000)), Policy);

    private static Remedy Objection => new Remedy.Objection(Policy.Remedies.College, Policy.Terms.Objection);
}
