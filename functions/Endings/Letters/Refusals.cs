using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>Each ground of a refusal with its article, and what makes it so in this case (Awb 3:46, 3:47).</summary>
internal static class Refusals
{
    private const string InOwnWords = "De aanvraag past niet in de regeling";

    public static Refusal Of(LetterCase letter, RefusalGround ground, Policy policy) => ground switch
    {
        RefusalGround.Professional => OfProfessional(letter.Initiative.VerdictOf(letter.Initiative.Round)!, policy),
        RefusalGround.Council => OfCouncil(letter.Initiative.CouncilDecision!, policy),
        RefusalGround.PotIsEmpty => new Refusal(
            new Reasons(["Wij mogen niet meer geven dan het subsidieplafond. (Algemene wet bestuursrecht, artikel 4:25, tweede lid)"]),
            new Reasons(LackOfMoneyWords.Of(letter.Lack!, letter.Initiative.PotYear))),
        _ => throw new UnreachableException(),
    };

    // A decision from before grounds had to be chosen has words only.
    private static Refusal OfCouncil(CouncilDecision decision, Policy policy) => new(
        new Reasons([decision.GroundIn(policy) ?? $"De gemeenteraad heeft besloten om uw plan niet te steunen. ({policy.Scheme.Article})"]),
        new Reasons(
        [
            $"De gemeenteraad heeft op {decision.DecidedOn.InWords()}{decision.MeetingInBrackets} besloten om uw plan niet te steunen.",
            decision.Reasons,
            .. decision.PublishedInDutch is { } published ? new[] { published } : [],
        ]));

    // A verdict from before grounds had to be chosen has words only.
    private static Refusal OfProfessional(Verdict verdict, Policy policy) => new(
        new Reasons(verdict.GroundsIn(policy) is [_, ..] grounds ? grounds : [$"{InOwnWords}. ({policy.Scheme.Name})"]),
        new Reasons([verdict.Reasons]));
}
