using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Support;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Contact;

/// <summary>What belongs to another e-mail address of the applicant, before and after it counts. May be repeated.</summary>
public sealed class AddressMoves(CasePost post, ContactMails mails, SupportGiven support, Involvement involvement)
{
    /// <summary>Whose application it is follows from the address. The former one is told: after this it is forgotten.</summary>
    public async Task PrepareAsync(DurableTaskClient client, Initiative initiative, string email, int number, CancellationToken cancellation)
    {
        // Before it counts: afterwards nobody would come here again, should this end in between.
        await support.ForgetAsync(initiative.Id, email, cancellation);
        await involvement.ReleaseAllAsync(client, initiative.Id, email, InvolvedAs.Applicant, cancellation);
        var goodbye = new CaseMail(initiative.Id, $"email-changed-from-{number}", MailKind.AddressChanged, Actor.Applicant, LinkPurpose.DisownChange, number);
        await post.TellAsync(goodbye, disown => mails.ToOldAddress(initiative, disown), cancellation);
    }

    /// <summary>Mails the new address the link to the applicant's own page.</summary>
    public Task WelcomeAsync(Initiative initiative, int number, CancellationToken cancellation)
    {
        var mail = new CaseMail(initiative.Id, $"email-changed-to-{number}", MailKind.AddressChanged, Actor.Applicant, LinkPurpose.Status);
        return post.TellAsync(mail, link => mails.ToNewAddress(initiative, link), cancellation);
    }
}
