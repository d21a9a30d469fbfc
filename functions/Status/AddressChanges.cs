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
        var number = change.Number;
        await post.SendPlainAsync(initiative.Id, $"email-changed-{number}", Actor.Applicant, () => mails.ToOldAddress(initiative), cancellation);
        await initiatives.ConfirmEmailChangeAsync(initiative.Id, number, clock.GetUtcNow(), cancellation);
        await support.ForgetAsync(initiative.Id, change.Email!, cancellation);
        await involvement.ReleaseAllAsync(client, initiative.Id, change.Email!, InvolvedAs.Applicant, cancellation);
        var mail = new CaseMail(initiative.Id, $"email-confirmed-{number}", Actor.Applicant, LinkPurpose.Status);
        await post.SendAsync(mail, address => mails.ToNewAddress(initiative, address), cancellation);
    }
}
