using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Council;

/// <summary>The mails that tell the applicant what the council does.</summary>
public sealed class CouncilNewsMails(IStringLocalizer<Texts> texts)
{
    /// <summary>The window is open.</summary>
    public MailMessage Window(Initiative initiative, Uri link) => new(
        texts["De gemeenteraad kijkt mee met uw initiatief {0}", initiative.Id],
        new MailBlock.Paragraph(
            texts["De professional wil \"{0}\" toekennen. Raadsleden kunnen tot en met {1} vragen om het eerst in de raad te bespreken. U hoeft niets te doen.", initiative.Title, initiative.WaitsUntil!.Value.DeadlineInWords()]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    /// <summary>The case is on the agenda.</summary>
    public MailMessage Agenda(Initiative initiative, Uri link) => new(
        texts["De gemeenteraad bespreekt uw initiatief {0}", initiative.Id],
        new MailBlock.Paragraph(
            texts["De gemeenteraad beslist over uw initiatief \"{0}\". U hoeft niets te doen. U krijgt bericht als de raad heeft beslist.", initiative.Title]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));
}
