using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings;

/// <summary>What a decision letter says, composed from what was decided.</summary>
/// <param name="Subject">Line above the letter.</param>
/// <param name="Decision">The decision itself.</param>
/// <param name="Reasons">Why (Awb 3:46), in the words of whoever decided.</param>
/// <param name="Consequences">What follows from it, a paragraph each.</param>
public sealed record LetterText(string Subject, string Decision, IReadOnlyList<string> Reasons, IReadOnlyList<string> Consequences)
{
    /// <summary>Conditions of the grant (Awb 4:37, 4:38), one each; empty for other letters.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Composes the letter of a decided case.</summary>
    public static LetterText For(LetterCase letter, Policy policy) => letter.Letter.Kind switch
    {
        LetterKind.Award => Award(letter.Initiative, policy),
        LetterKind.Refusal => Refusal(letter, policy),
        LetterKind.SetAside => SetAside(letter.Initiative),
        _ => throw new UnreachableException(),
    };

    private static LetterText Award(Initiative initiative, Policy policy)
    {
        var verdict = initiative.VerdictOf(initiative.Round)!;
        var consequences = new List<string>();
        if (verdict.Amount < initiative.Asked)
        {
            consequences.Add($"U vroeg {initiative.Asked}. Wij kennen een lager bedrag toe; de reden staat hierboven.");
        }

        consequences.Add("De coördinator van het initiatiefloket vraagt u om uw rekeningnummer. Daarna betalen wij het bedrag uit.");
        consequences.Add("Gaat uw initiatief niet door, of verandert het? Laat ons dat dan meteen weten. Geld dat u niet nodig heeft, betaalt u terug.");
        return new LetterText(
            $"Toekenning van subsidie voor {initiative.Title}",
            $"Wij geven u een subsidie van {verdict.Amount!.Value} voor uw initiatief \"{initiative.Title}\".",
            ReasonsOf(initiative),
            consequences)
        {
            Conditions = verdict.ConditionsIn(policy),
        };
    }

    private static LetterText Refusal(LetterCase letter, Policy policy)
    {
        var initiative = letter.Initiative;
        var reasons = letter.Ground switch
        {
            RefusalGround.PotIsEmpty => LackOfMoneyWords.Of(letter.Lack!, initiative.PotYear),
            RefusalGround.Council => [initiative.CouncilDecision!.Reasons],

            // Each ground with its article, then what makes it so in this case (Awb 3:46, 3:47).
            RefusalGround.Professional => [.. initiative.VerdictOf(initiative.Round)!.GroundsIn(policy), initiative.VerdictOf(initiative.Round)!.Words],
            _ => throw new UnreachableException(),
        };
        return new LetterText(
            $"Afwijzing van uw aanvraag voor {initiative.Title}",
            $"Wij wijzen uw aanvraag af. U krijgt geen subsidie van {initiative.Asked} voor uw initiatief \"{initiative.Title}\".",
            reasons,
            [$"Heeft u vragen over dit besluit, of wilt u een nieuw plan bespreken? Mail of bel ons: {policy.Municipality.Email}, {policy.Municipality.Phone}."]);
    }

    private static LetterText SetAside(Initiative initiative) => new(
        $"Uw aanvraag voor {initiative.Title} wordt niet behandeld",
        $"Wij behandelen uw aanvraag voor \"{initiative.Title}\" niet verder (Algemene wet bestuursrecht, artikel 4:5).",
        [
            "Wij hebben u gevraagd om uw aanvraag aan te vullen. Onze vraag was:",
            initiative.VerdictOf(initiative.Round)!.Words,
            "Wij hebben binnen de termijn geen antwoord gekregen. Zonder dat antwoord kunnen wij uw aanvraag niet beoordelen.",
        ],
        ["U mag altijd een nieuwe aanvraag doen."]);

    private static List<string> ReasonsOf(Initiative initiative)
    {
        var reasons = new List<string> { initiative.VerdictOf(initiative.Round)!.Words };
        if (initiative.CouncilDecision is { } council)
        {
            reasons.Add($"De gemeenteraad heeft op {council.DecidedOn.InWords()} besloten: {council.Reasons}");
        }

        return reasons;
    }
}

/// <summary>What a letter is written from.</summary>
/// <param name="Initiative">The decided initiative.</param>
/// <param name="Applicant">To whom it is addressed.</param>
/// <param name="Ground">Why it is refused; only for a refusal.</param>
/// <param name="Letter">The letter: kind, day, blob.</param>
public sealed record LetterCase(Initiative Initiative, Applicant Applicant, RefusalGround? Ground, Letter Letter)
{
    /// <summary>Where the application stood; only for a refusal for lack of money.</summary>
    public LackOfMoney? Lack { get; init; }

    /// <summary>What of the applicant's data changed since receipt, oldest first.</summary>
    public IReadOnlyList<ContactChanged> Changes { get; init; } = [];
}

/// <summary>Why an application is refused.</summary>
public enum RefusalGround
{
    /// <summary>The professional declined, with reasons.</summary>
    Professional,

    /// <summary>The ceiling is reached (Awb 4:25).</summary>
    PotIsEmpty,

    /// <summary>The council declined, with reasons.</summary>
    Council,
}
