using System.Security.Cryptography;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Awards;

/// <summary>The steps of a decision: take it, write the letter, announce it.</summary>
public sealed class AwardActivities(
    InitiativeTable initiatives,
    PotLedger pot,
    LetterWriter letters,
    PublicInitiatives published,
    CasePost post,
    AwardMails mails,
    Policy policy,
    TimeProvider clock)
{
    private const int BlobNameBytes = 16;

    /// <summary>Takes the decision: from here on the applicant can no longer withdraw. False when the applicant was first.</summary>
    [Function(nameof(Decide))]
    public async Task<bool> Decide([ActivityTrigger] DecisionCase decision, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var letter = new Letter(decision.Kind, NewBlobName(decision.InitiativeId), TownTime.DayOf(now), AnnouncedOn: null);
        var decided = new InitiativeEvent("decided", EventOf(decision.Kind), now, Actor.Workflow, decision.Ground?.ToString());
        var saved = await initiatives.ChangeAsync(
            decision.InitiativeId,
            decided,
            current => current.IsClosed ? null : current.MoveTo(StateOf(decision.Kind)) with { Letters = [.. current.Letters, letter] },
            cancellation);
        if (saved is Saved.TooLate)
        {
            return false;
        }

        if (decision.Kind == LetterKind.Award)
        {
            await SpendAsync(saved.Initiative, cancellation);
            await published.PublishAsync(saved.Initiative, cancellation);
        }

        return true;
    }

    /// <summary>Writes the letter, sends it and, for a grant, asks the coordinator to have it paid. What an earlier run of this step did is not done again.</summary>
    [Function(nameof(AnnounceLetter))]
    public async Task AnnounceLetter([ActivityTrigger] DecisionCase decision, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var initiative = await initiatives.GetAsync(decision.InitiativeId, cancellation);
        var applicant = await initiatives.GetApplicantAsync(decision.InitiativeId, cancellation);
        await letters.WriteAsync(new LetterCase(initiative, applicant, decision.Ground, initiative.LetterOf(decision.Kind)), cancellation);

        var mail = new CaseMail(decision.InitiativeId, "decision", Actor.Applicant, LinkPurpose.Status);
        await post.SendAsync(mail, link => mails.Decision(initiative, decision, link), cancellation);

        // The objection term runs from the day after (Awb 6:8).
        var sent = new InitiativeEvent("letter-sent", InitiativeEventKind.LetterSent, now, Actor.Workflow);
        await initiatives.ChangeAsync(
            decision.InitiativeId, sent, current => current.Announce(decision.Kind, TownTime.DayOf(now)), cancellation);
        if (decision.Kind == LetterKind.Award)
        {
            await AskPaymentAsync(initiative, applicant, cancellation);
        }
    }

    private async Task AskPaymentAsync(Initiative initiative, Applicant applicant, CancellationToken cancellation)
    {
        var claim = await pot.FindClaimAsync(initiative.PotYear, initiative.Id, cancellation);
        await post.SendPlainAsync(
            initiative.Id, "payment", Actor.Coordinator, AwardMails.Payment(initiative, applicant, claim!.Allocation!, policy), cancellation);
    }

    private async Task SpendAsync(Initiative initiative, CancellationToken cancellation)
    {
        var granting = await pot.GrantAsync(initiative.PotYear, initiative.Id, $"{initiative.Id}:grant", cancellation: cancellation);
        if (granting is GrantOutcome.NotReserved missing)
        {
            throw new InvalidOperationException($"{initiative.Id} is granted without a reservation; its claim is {missing.State}.");
        }
    }

    private static string NewBlobName(string initiativeId) =>
        $"{initiativeId}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BlobNameBytes))}.html";

    private static InitiativeState StateOf(LetterKind kind) => kind switch
    {
        LetterKind.Award => InitiativeState.Granted,
        LetterKind.Refusal => InitiativeState.Rejected,
        _ => InitiativeState.SetAside,
    };

    private static InitiativeEventKind EventOf(LetterKind kind) => kind switch
    {
        LetterKind.Award => InitiativeEventKind.Granted,
        LetterKind.Refusal => InitiativeEventKind.Rejected,
        _ => InitiativeEventKind.SetAside,
    };
}
