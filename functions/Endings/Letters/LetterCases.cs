using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter is written from.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Application">What was asked for.</param>
/// <param name="Applicant">To whom it is addressed.</param>
/// <param name="DecidedOn">The day of the decision.</param>
public sealed record LetterCase(Initiative Initiative, Application Application, Applicant Applicant, DateOnly DecidedOn)
{
    /// <summary>Why it is refused; only for a refusal.</summary>
    public RefusalGround? Ground { get; init; }

    /// <summary>Where the application stood in the line; only for a refusal for lack of money.</summary>
    public LackOfMoney? Lack { get; init; }

    /// <summary>What of the applicant's data changed since receipt, oldest first.</summary>
    public IReadOnlyList<ContactChanged> Changes { get; init; } = [];
}

/// <summary>Makes the letters that end a case from what was decided.</summary>
public static class LetterCases
{
    extension(LetterCase letter)
    {
        /// <summary>The letter of a kind that ends a case.</summary>
        public LetterModel ToModel(LetterKind kind, Policy policy) => kind switch
        {
            LetterKind.Award => letter.ToAward(policy),
            LetterKind.PartialAward => letter.ToPartialAward(policy),
            LetterKind.SettledAward => letter.ToSettledAward(policy),
            LetterKind.Refusal => letter.ToRefusal(policy),
            LetterKind.SetAside => letter.ToSetAside(policy),
            LetterKind.Intention => letter.ToIntention(policy),
            LetterKind.Settlement or LetterKind.Amendment or LetterKind.Revocation or LetterKind.Recovery or LetterKind.PenaltyDecision or LetterKind.ObjectionDecision =>
                throw new InvalidOperationException($"{kind} is written by hand."),
            _ => throw new UnreachableException(),
        };

        /// <summary>From whom to whom.</summary>
        /// <param name="band">The band of the amount, which says who decides.</param>
        /// <param name="policy">For names.</param>
        public LetterHead HeadFor(Band band, Policy policy) => new()
        {
            Reference = letter.Initiative.Id,
            Title = letter.Initiative.Title,
            Addressee = letter.Applicant.Addressee,
            Name = letter.Applicant.Name,
            Language = letter.Applicant.Language,
            AppliedOn = LocalTime.DayOf(letter.Initiative.ReceivedAt!.Value),
            DecidedOn = letter.DecidedOn,
            Sender = policy.Municipality,
            Body = new Body(policy.Municipality.NameOf(band.Authority), band.Mandate, band.Mandate is null ? null : policy.SignerOf(letter.Initiative)),
            Scheme = policy.Scheme,
            PolicyVersion = letter.Initiative.PolicyVersion,
            Changes = letter.Changes,
        };

        private RefusalModel ToRefusal(Policy policy)
        {
            var band = letter.Initiative.BandOf(letter.Initiative.Asked, policy);
            return new RefusalModel
            {
                Head = letter.HeadFor(band, policy),
                Remedy = policy.ObjectionTo(band),
                Asked = letter.Initiative.Asked,
                Refusal = Refusals.Of(letter, letter.Ground ?? throw new InvalidOperationException($"{letter.Initiative.Id} is refused without a ground."), policy),
                Heard = letter.Ground == RefusalGround.Professional ? HeardIn(letter.Initiative) : null,
            };
        }

        private SetAsideModel ToSetAside(Policy policy)
        {
            var initiative = letter.Initiative;
            var band = initiative.BandOf(initiative.Asked, policy);
            var asked = initiative.Verdicts.Last(verdict => verdict is { Kind: VerdictKind.Ask, SuspendsClock: true });
            return new SetAsideModel
            {
                Head = letter.HeadFor(band, policy),
                Remedy = policy.ObjectionTo(band),
                Asked = new Reasons([asked.Words]),
                IsAnswered = asked.AnsweredAt is not null,
                Reasons = initiative.VerdictOf(initiative.Round) is { Kind: VerdictKind.SetAside } chosen ? new Reasons([chosen.Words]) : null,
            };
        }

        private IntentionModel ToIntention(Policy policy) => new()
        {
            Head = letter.HeadFor(letter.Initiative.BandOf(letter.Initiative.Asked, policy), policy),
            Asked = letter.Initiative.Asked,
            Refusal = Refusals.Of(letter, RefusalGround.Professional, policy),
            AnswerTerm = policy.Terms.View,
        };
    }

    private static Heard? HeardIn(Initiative initiative) => initiative.Verdicts.LastOrDefault(verdict => verdict.IsIntention) is { } intended
        ? new Heard(
            initiative.Letters.LastOrDefault(letter => letter is { Kind: LetterKind.Intention, AnnouncedOn: not null })?.AnnouncedOn,
            intended.AnsweredAt is null ? null : intended.Questions[0].Answer ?? "")
        : null;
}
