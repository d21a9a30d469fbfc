using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Support;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Status;

/// <summary>Lets a new e-mail address of the applicant count.</summary>
public sealed class AddressChanges(
    InitiativeTable initiatives, CasePost post, ContactMails mails, SupportGiven support, Involvement involvement, TimeProvider clock)
{
    /// <summary>
    /// The address counts from here on, and with it whose application this is. The old one is told first: after this it is forgotten. May be repeated.
    /// </summary>
    public async Task ConfirmAsync(DurableTaskClient client, Initiative initiative, EmailChange change, CancellationToken cancellation)
    {
        var (number, email) = (change.Number, change.Email!);

        // Before it counts: afterwards nobody would come here again, should this end in between.
        await support.ForgetAsync(initiative.Id, email, cancellation);
        await involvement.ReleaseAllAsync(client, initiative.Id, email, InvolvedAs.Applicant, cancellation);
        var goodbye = new MailKey(initiative.Id, $"email-changed-{number}", MailKind.AddressChanged);
        await post.TellPlainAsync(goodbye, Actor.Applicant, () => mails.ToOldAddress(initiative), cancellation);
        await initiatives.ConfirmEmailChangeAsync(initiative.Id, number, clock.GetUtcNow(), cancellation);
        var mail = new CaseMail(initiative.Id, $"email-confirmed-{number}", MailKind.AddressChanged, Actor.Applicant, LinkPurpose.Status);
        await post.TellAsync(mail, address => mails.ToNewAddress(initiative, address), cancellation);
    }
}
