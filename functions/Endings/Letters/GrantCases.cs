using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Endings.Letters;

/// <summary>Makes the letters that grant money.</summary>
public static class GrantCases
{
    /// <summary>Which letter grants the amount of the verdict: settled at once or not, all or less than was asked.</summary>
    public static LetterKind KindOf(Initiative initiative, Policy policy) => (RegimeOf(initiative, policy).Settle, AmountOf(initiative) < initiative.Asked) switch
    {
        (SettleWay.AtOnce, _) => LetterKind.SettledAward,
        (SettleWay.ExOfficio or SettleWay.OnRequest, true) => LetterKind.PartialAward,
        (SettleWay.ExOfficio or SettleWay.OnRequest, false) => LetterKind.Award,
        _ => throw new UnreachableException(),
    };

    extension(LetterCase letter)
    {
        internal AwardModel ToAward(Policy policy)
        {
            var grant = letter.ToSettledAward(policy);
            return new AwardModel
            {
                Head = grant.Head,
                Remedy = grant.Remedy,
                Activity = grant.Activity,
                Duties = grant.Duties,
                Reasons = grant.Reasons,
                Council = grant.Council,
                Payment = grant.Payment,
                Granted = letter.GrantedBy(policy),
                Settling = letter.SettlingBy(policy),
            };
        }

        internal PartialAwardModel ToPartialAward(Policy policy)
        {
            var grant = letter.ToSettledAward(policy);
            return new PartialAwardModel
            {
                Head = grant.Head,
                Remedy = grant.Remedy,
                Activity = grant.Activity,
                Duties = grant.Duties,
                Reasons = grant.Reasons,
                Council = grant.Council,
                Payment = grant.Payment,
                Granted = letter.GrantedBy(policy),
                Settling = letter.SettlingBy(policy),
                Asked = letter.Initiative.Asked,
            };
        }

        internal SettledAwardModel ToSettledAward(Policy policy)
        {
            var (initiative, amount) = (letter.Initiative, AmountOf(letter.Initiative));
            var band = initiative.BandOf(amount, policy);
            return new SettledAwardModel
            {
                Head = letter.HeadFor(band, policy),
                Remedy = policy.ObjectionTo(band),
                Activity = new Activity(initiative.Title, letter.Application.StartsOn, letter.Application.EndsOn),
                Duties = initiative.VerdictToGrant!.DutiesWithArticlesIn(policy),
                Reasons = new Reasons([initiative.VerdictOf(initiative.Round)!.Words]),
                Council = initiative.CouncilDecision is { } council ? new CouncilReasons(CouncilMeeting.Of(council), council.Reasons) : null,
                Payment = new PayDay(policy.Terms.Payment),
                Granted = new Granted.Fixed(amount),
                AskedMore = amount < initiative.Asked ? initiative.Asked : null,
            };
        }

        // Settled by the municipality of its own accord: the amount stands. On request: what it really cost, and at most this.
        private Granted GrantedBy(Policy policy) => RegimeOf(letter.Initiative, policy).Settle switch
        {
            SettleWay.AtOnce or SettleWay.ExOfficio => new Granted.Fixed(AmountOf(letter.Initiative)),
            SettleWay.OnRequest => new Granted.AtMost(AmountOf(letter.Initiative)),
            _ => throw new UnreachableException(),
        };

        private Settling SettlingBy(Policy policy)
        {
            var (regime, last) = (RegimeOf(letter.Initiative, policy), letter.Application.LastDay);
            return regime switch
            {
                { Settle: SettleWay.ExOfficio, Within: { } within } => new Settling.ExOfficio(last, policy.Terms.SettleAtLatest, within),
                { Settle: SettleWay.OnRequest, Within: { } within, RequestWithin: { } request } =>
                    new Settling.OnRequest(last, policy.Terms.SettleAtLatest, request, within),
                _ => throw new UnreachableException($"A grant that is settled by {regime.Settle} is not settled later."),
            };
        }
    }

    private static Euro AmountOf(Initiative initiative) => initiative.AmountToGrant
        ?? throw new InvalidOperationException($"{initiative.Id} is granted without an amount.");

    private static Regime RegimeOf(Initiative initiative, Policy policy) => Regime.For(policy.Regimes, AmountOf(initiative));
}
