using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Desk;

/// <summary>The message that a term was extended.</summary>
public sealed class ExtensionActivities(InitiativeTable initiatives, CasePost post, ExtensionMails mails, TimeProvider clock)
{
    /// <summary>Tells the applicant the reason and the new date, once.</summary>
    [Function(nameof(TellExtension))]
    public async Task TellExtension([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        if (initiative.IsClosed || await initiatives.FindEventAsync(initiativeId, ExtensionNotice.Key, cancellation) is not { } extended)
        {
            return;
        }

        var mail = new CaseMail(initiativeId, ExtensionNotice.Key, Actor.Applicant, LinkPurpose.Status);
        await post.SendAsync(mail, link => mails.Extended(initiative, extended.Note ?? "", TownTime.DayOf(clock.GetUtcNow()), link), cancellation);
    }
}
