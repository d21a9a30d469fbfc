using System.Diagnostics;
using System.Text.Json;
using Initiatiefloket.Budget;
using Initiatiefloket.Endings;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>A decision as it is read before it is sent: the letter that the applicant would get, and what follows.</summary>
public sealed record DecisionPreview
{
    /// <summary>The decision as this person would give it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The initiative as it would be if this vote alone decided.</summary>
    public required Initiative Decided { get; init; }

    /// <summary>The letter as it would be sent today.</summary>
    public required LetterDocument Letter { get; init; }

    /// <summary>Names the decision with its letter: another one has to be read anew.</summary>
    public required string Name { get; init; }

    /// <summary>The rules of the case.</summary>
    public required Policy Rules { get; init; }

    /// <summary>What a grant does to the pot; null for another decision.</summary>
    public BudgetEffect? Effect { get; init; }

    /// <summary>Names of the others without whom it does not count; none for who decides alone, or in place of all.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Whether the applicant may react first (Awb 4:7).</summary>
    public bool IsIntention => Decided.IsIntention;

    /// <summary>Whether the decision is somebody else's, or not this person's alone.</summary>
    public bool IsAdvice => With.Count > 0 || IsOfCouncil;

    /// <summary>Whether the council decides.</summary>
    public bool IsOfCouncil => Effect?.Band.DecidedBy == DecidedBy.CouncilVote;

    /// <summary>Whether a code follows, so that no tick is needed.</summary>
    public bool ConfirmsByCode => Decided.RulesOfReview().ConfirmsByCode;
}

/// <summary>Writes decisions as they are read before they are sent. Stores nothing.</summary>
public sealed class DecisionPreviews(LetterWords words, InitiativeTable initiatives, PotLedger pot, People people, Policy policy, TimeProvider clock)
{
    /// <summary>The preview of a decision that ends in a letter: not of questions.</summary>
    public async Task<DecisionPreview> OfAsync(LinkVisit visit, Verdict verdict, CancellationToken cancellation)
    {
        var (initiative, rules, today) = (visit.Initiative, policy.For(visit.Initiative), LocalTime.DayOf(clock.GetUtcNow()));
        var decided = Alone(initiative, verdict);
        var contact = await initiatives.GetContactAsync(initiative.Id, cancellation);
        var written = new LetterCase(decided, await initiatives.GetApplicationAsync(initiative.Id, cancellation), contact.Applicant, today)
        {
            Ground = verdict.Kind == VerdictKind.Decline ? RefusalGround.Professional : null,
            Changes = contact.Changes.Counted,
        };
        var letter = words.Of(written.ToModel(KindOf(decided, verdict, rules), rules));
        return new DecisionPreview
        {
            Verdict = verdict,
            Decided = decided,
            Letter = letter.SentOn(today, policy.WorkingDays),
            Name = Digest.Of(JsonSerializer.Serialize((object[])[letter, verdict with { At = default }], StoredJson.Options)),
            Rules = rules,
            With = IsInPlaceOfAll(visit) ? [] : [.. initiative.Panel.Seats.Where(seat => seat != visit.Person).Select(seat => people.Find(seat).Name)],
        };
    }

    /// <summary>The same with what a grant does to the pot: who sends what was read needs no look at it.</summary>
    public async Task<DecisionPreview> WithEffectAsync(DecisionPreview preview, Initiative initiative, CancellationToken cancellation) =>
        preview.Verdict.Amount is { } amount ? preview with { Effect = await EffectOfAsync(amount, initiative, cancellation) } : preview;

    // The coordinator's vote stands for all, and in an arbitration there is one.
    private static bool IsInPlaceOfAll(LinkVisit visit) => visit.Person == Actor.Coordinator || visit.Initiative.Panel.Kind == RoundKind.Arbitration;

    // Votes of others may be sealed, and none of them changes what this person says.
    private static Initiative Alone(Initiative initiative, Verdict verdict) =>
        (initiative with { Panel = initiative.Panel with { Seats = [verdict.By], Votes = [] } }).Vote(verdict)
        ?? throw new InvalidOperationException($"{initiative.Id} does not wait for the vote of {verdict.By}.");

    private static LetterKind KindOf(Initiative decided, Verdict verdict, Policy rules) => verdict.Kind switch
    {
        VerdictKind.Approve => GrantCases.KindOf(decided, rules),
        VerdictKind.Decline when decided.IsIntention => LetterKind.Intention,
        VerdictKind.Decline => LetterKind.Refusal,
        VerdictKind.SetAside => LetterKind.SetAside,
        VerdictKind.Ask => throw new InvalidOperationException("A question ends in no letter."),
        _ => throw new UnreachableException(),
    };

    private async Task<BudgetEffect> EffectOfAsync(Euro amount, Initiative initiative, CancellationToken cancellation)
    {
        var (balance, standing) = await pot.GetViewAsync(initiative.PotYear, initiative.Id, cancellation);
        return new BudgetEffect(amount, balance, initiative.Bands) { Line = standing };
    }
}
