using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Desk;

/// <summary>The mail to the applicant that the decision takes longer (Awb 4:14).</summary>
public sealed class ExtensionMails(IStringLocalizer<Texts> texts, Policy policy)
{
    /// <summary>Says why, and by when the decision is there.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="reason">The coordinator's words.</param>
    /// <param name="today">The day on which it is told.</param>
    /// <param name="link">To the applicant's page.</param>
    public MailMessage Extended(Initiative initiative, string reason, DateOnly today, Uri link) => new(
        texts["Wij hebben meer tijd nodig voor uw aanvraag {0}", initiative.Id],
        new MailBlock.Paragraph(texts["Het lukt ons niet om op tijd te beslissen over \"{0}\". Dat spijt ons.", initiative.Title]),
        new MailBlock.Paragraph(texts["Dit is de reden:"]),
        new MailBlock.Quote(reason),
        new MailBlock.Facts(new Fact(texts["U hoort van ons uiterlijk"], initiative.Clock!.DecideByInWords(today, policy.WorkingDays))),
        new MailBlock.Paragraph(texts["U hoeft niets te doen. Wij mogen de tijd om te beslissen één keer verlengen (Algemene wet bestuursrecht, artikel 4:14)."]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));
}
