using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Endings;

/// <summary>The steps of cases that end without a decision.</summary>
public sealed class ClosingActivities(InitiativeTable initiatives, CasePost post, ClosingMails mails, TimeProvider clock)
{
    [Function(nameof(ConfirmWithdrawal))]
    public async Task ConfirmWithdrawal([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        var mail = new CaseMail(initiativeId, "withdrawn", MailKind.Withdrawn, Actor.Applicant, LinkPurpose.Status);
        await post.TellAsync(mail, link => mails.Withdrawn(initiative, link), cancellation);
        if (await initiatives.FindEventAsync(initiativeId, CouncilDecision.AskedKey, cancellation) is not null)
        {
            var key = new MailKey(initiativeId, "withdrawn-off-agenda", MailKind.ToProfessional);
            await post.TellPlainAsync(key, Actor.Coordinator, () => mails.OffTheAgenda(initiative), cancellation);
        }

        if (initiative.VerdictOf(initiative.Round) is not (null or { Kind: VerdictKind.Ask }))
        {
            return;
        }

        foreach (var reviewer in initiative.Panel.Seats)
        {
            var key = new MailKey(initiativeId, $"withdrawn-{reviewer}", MailKind.ToProfessional);
            await post.TellPlainAsync(key, reviewer, () => mails.WithdrawnToReviewer(initiative), cancellation);
        }
    }

    /// <summary>A verdict, a council decision or a withdrawal that was stored first stands: then this does nothing.</summary>
    [Function(nameof(LeaveToDesk))]
    public async Task LeaveToDesk([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var taken = (await initiatives.GetAsync(initiativeId, cancellation)).TakenUp;
        var left = new InitiativeEvent(CaseKeys.Of("left-to-desk", taken), InitiativeEventKind.LeftToDesk, clock.GetUtcNow(), Actor.Workflow);
        var saved = await initiatives.ChangeAsync(initiativeId, left, current => current.LeaveToDesk(), cancellation);
        if (saved is Saved.TooLate)
        {
            return;
        }

        var mail = new CaseMail(initiativeId, CaseKeys.Of("left-to-desk", taken), MailKind.LeftToDesk, Actor.Applicant, LinkPurpose.Status);
        await post.TellAsync(mail, link => mails.LeftToDesk(saved.Initiative, link), cancellation);
        var toCoordinator = new CaseMail(initiativeId, CaseKeys.Of("left-to-desk-coordinator", taken), MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk);
        await post.TellAsync(toCoordinator, link => ClosingMails.LeftToCoordinator(saved.Initiative, link), cancellation);
    }
}
