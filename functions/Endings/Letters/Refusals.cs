using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Endings.Letters;

/// <summary>Each ground of a refusal with its article, and what makes it so in this case (Awb 3:46, 3:47).</summary>
internal static class Refusals
{
    public static Refusal Of(LetterCase letter, RefusalGround ground, Policy policy) => ground switch
    {
        RefusalGround.Professional => OfProfessional(letter.Initiative.VerdictOf(letter.Initiative.Round)!, policy),
        RefusalGround.Council => OfCouncil(letter.Initiative.CouncilDecision!, policy),
        RefusalGround.PotIsEmpty => new Refusal.ForLackOfMoney(letter.Lack!, letter.Initiative.PotYear),
        _ => throw new UnreachableException(),
    };

    private static Refusal.ByCouncil OfCouncil(CouncilDecision decision, Policy policy) =>
        new(decision.GroundIn(policy), CouncilMeeting.Of(decision), new Reasons([decision.Reasons]));

    private static Refusal.OnGrounds OfProfessional(Verdict verdict, Policy policy) => new(verdict.GroundsIn(policy), new Reasons([verdict.Reasons]));
}
