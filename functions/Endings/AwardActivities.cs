using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Endings;

/// <summary>The step that decides.</summary>
public sealed class AwardActivities(
    InitiativeTable initiatives,
    PotLedger pot,
    LetterWriter letters,
    Releases releases,
    Announcements announcements,
    CasePost post,
    Policy policy,
    TimeProvider clock)
{
    /// <summary>
    /// Takes the decision, from when on the applicant can no longer withdraw; then writes and announces the letter, two moments in law (Awb 3:41). False when the
    /// applicant was first. What an earlier run of this step did is not done again.
    /// </summary>
    [Function(nameof(Decide))]
    public async Task<bool> Decide([ActivityTrigger] DecisionCase decision, CancellationToken cancellation)
    {
        if (await TakeAsync(decision, cancellation) is not { } decided)
        {
            return false;
        }

        var letter = decided.Decision!;
        if (letter.Kind.Grants)
        {
            await SpendAsync(decided, cancellation);
            if (decided.IsPublic)
            {
                await releases.SettleAsync(decided.Id, cancellation);
            }
        }

        await AnnounceAsync(decided, letter, decision.Ground, cancellation);
        return true;
    }

    /// <summary>
    /// Asks the coordinator to have the grant paid, once, and not soon after the applicant's data changed: who has a forwarded link may have asked for that, and the
    /// applicant is to have the time to say so.
    /// </summary>
    /// <returns>When to ask again; null when it was asked.</returns>
    [Function(nameof(AskPayment))]
    public async Task<DateTimeOffset?> AskPayment([ActivityTrigger] PaymentCase payment, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(payment.InitiativeId, cancellation);
        var contact = await initiatives.GetContactAsync(initiative.Id, cancellation);
        var now = clock.GetUtcNow();
        if (contact.Changes.LastCountedAt is { } last && payment.AfterChange.EndsAt(last, policy.WorkingDays) is var until && now < until)
        {
            return until;
        }

        var granted = (await pot.FindClaimAsync(initiative.PotYear, initiative.Id, cancellation))?.Allocation
            ?? throw new InvalidOperationException($"{initiative.Id} is granted without an allocation.");
        var key = new MailKey(initiative.Id, "payment", MailKind.ToProfessional);
        await post.TellPlainAsync(key, Actor.Coordinator, () => AwardMails.Payment(initiative, contact, granted, policy, now), cancellation);
        return null;
    }

    private async Task<Initiative?> TakeAsync(DecisionCase decision, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (name, today) = (LetterStore.NewName(decision.InitiativeId), LocalTime.DayOf(now));
        var (state, happened) = EndingOf(decision.Kind);
        var decided = new InitiativeEvent("decided", happened, now, Actor.Workflow, decision.Ground?.ToString());
        var saved = await initiatives.ChangeAsync(
            decision.InitiativeId,
            decided,
            current => current.IsClosed ? null : current.MoveTo(state) with
            {
                Letters = [.. current.Letters, new Letter(KindOf(decision, current), name, today, AnnouncedOn: null)],
            },
            cancellation);
        return saved is Saved.TooLate ? null : saved.Initiative;
    }

    // Workflows only know that it is granted: whether in full, and settled at once, goes by what was granted.
    private LetterKind KindOf(DecisionCase decision, Initiative initiative) =>
        decision.Kind == LetterKind.Award ? GrantCases.KindOf(initiative, policy.For(initiative)) : decision.Kind;

    private async Task AnnounceAsync(Initiative initiative, Letter letter, RefusalGround? ground, CancellationToken cancellation)
    {
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var contact = await initiatives.GetContactAsync(initiative.Id, cancellation);
        var written = new LetterCase(initiative, application, contact.Applicant, letter.DecidedOn)
        {
            Ground = ground,
            Changes = contact.Changes.Counted,
            Lack = ground == RefusalGround.PotIsEmpty ? await FindLackAsync(initiative, cancellation) : null,
        };
        await letters.FreezeAsync(letter, written.ToModel(letter.Kind, policy.For(initiative)), cancellation);
        await announcements.MailAsync(initiative, letter, cancellation);
    }

    private async Task<LackOfMoney> FindLackAsync(Initiative initiative, CancellationToken cancellation)
    {
        var (balance, standing) = await pot.GetViewAsync(initiative.PotYear, initiative.Id, cancellation);
        return LackOfMoney.Of(standing, balance, initiative.CompleteAt ?? initiative.ReceivedAt!.Value, policy.PotFor(initiative.PotYear));
    }

    private async Task SpendAsync(Initiative initiative, CancellationToken cancellation)
    {
        switch (await pot.GrantAsync(initiative.PotYear, initiative.Id, $"{initiative.Id}:grant", initiative.CouncilDecision?.Amount, cancellation))
        {
            case GrantOutcome.Granted:
                return;
            case GrantOutcome.NotReserved missing:
                throw new InvalidOperationException($"{initiative.Id} is granted without a reservation; its claim is {missing.State}.");
            default:
                throw new UnreachableException();
        }
    }

    private static (InitiativeState State, InitiativeEventKind Event) EndingOf(LetterKind kind) => kind switch
    {
        LetterKind.Award => (InitiativeState.Granted, InitiativeEventKind.Granted),
        LetterKind.Refusal => (InitiativeState.Rejected, InitiativeEventKind.Rejected),
        LetterKind.SetAside => (InitiativeState.SetAside, InitiativeEventKind.SetAside),
        LetterKind.PartialAward or LetterKind.SettledAward or LetterKind.Settlement or LetterKind.Intention or LetterKind.Amendment or LetterKind.Revocation
            or LetterKind.Recovery or LetterKind.PenaltyDecision or LetterKind.ObjectionDecision or _ => throw new UnreachableException($"A workflow does not end a case with {kind}."),
    };
}
