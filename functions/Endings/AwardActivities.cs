using System.Diagnostics;
using System.Security.Cryptography;
using Initiatiefloket.Budget;
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
    private const int BlobNameBytes = 16;

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

        if (decision.Kind == LetterKind.Award)
        {
            await SpendAsync(decided, cancellation);
            if (decided.IsPublic)
            {
                await releases.SettleAsync(decided.Id, cancellation);
            }
        }

        await AnnounceAsync(decided, decision, cancellation);
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
        var letter = new Letter(decision.Kind, NewBlobName(decision.InitiativeId), LocalTime.DayOf(now), AnnouncedOn: null);
        var decided = new InitiativeEvent("decided", EventOf(decision.Kind), now, Actor.Workflow, decision.Ground?.ToString());
        var saved = await initiatives.ChangeAsync(
            decision.InitiativeId,
            decided,
            current => current.IsClosed ? null : current.MoveTo(StateOf(decision.Kind)) with { Letters = [.. current.Letters, letter] },
            cancellation);
        return saved is Saved.TooLate ? null : saved.Initiative;
    }

    private async Task AnnounceAsync(Initiative initiative, DecisionCase decision, CancellationToken cancellation)
    {
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        var letter = new LetterCase(initiative, applicant, decision.Ground, initiative.LetterOf(decision.Kind))
        {
            Changes = (await initiatives.GetContactChangesAsync(initiative.Id, cancellation)).Counted,
            Lack = decision.Ground == RefusalGround.PotIsEmpty ? await FindLackAsync(initiative, cancellation) : null,
        };
        await letters.WriteAsync(letter, cancellation);

        await announcements.MailAsync(initiative, decision.Kind, cancellation);
    }

    private async Task<LackOfMoney> FindLackAsync(Initiative initiative, CancellationToken cancellation)
    {
        var (balance, standing) = await pot.GetViewAsync(initiative.PotYear, initiative.Id, cancellation);
        return LackOfMoney.Of(standing, balance, initiative.CompleteAt ?? initiative.ReceivedAt!.Value, policy.PotFor(initiative.PotYear));
    }

    private async Task SpendAsync(Initiative initiative, CancellationToken cancellation)
    {
        switch (await pot.GrantAsync(initiative.PotYear, initiative.Id, $"{initiative.Id}:grant", cancellation: cancellation))
        {
            case GrantOutcome.Granted:
                return;
            case GrantOutcome.NotReserved missing:
                throw new InvalidOperationException($"{initiative.Id} is granted without a reservation; its claim is {missing.State}.");
            default:
                throw new UnreachableException();
        }
    }

    private static string NewBlobName(string initiativeId) =>
        $"{initiativeId}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BlobNameBytes))}.html";

    private static InitiativeState StateOf(LetterKind kind) => kind switch
    {
        LetterKind.Award => InitiativeState.Granted,
        LetterKind.Refusal => InitiativeState.Rejected,
        LetterKind.SetAside => InitiativeState.SetAside,
        _ => throw new UnreachableException(),
    };

    private static InitiativeEventKind EventOf(LetterKind kind) => kind switch
    {
        LetterKind.Award => InitiativeEventKind.Granted,
        LetterKind.Refusal => InitiativeEventKind.Rejected,
        LetterKind.SetAside => InitiativeEventKind.SetAside,
        _ => throw new UnreachableException(),
    };
}
