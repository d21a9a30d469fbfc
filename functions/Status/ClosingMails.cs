using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;

namespace Initiatiefloket.Status;

/// <summary>The mails of cases that end without a decision.</summary>
public static class ClosingMails
{
    public static MailMessage Withdrawn(Initiative initiative, Uri link) => new(
        $"U heeft initiatief {initiative.Id} ingetrokken",
        new MailBlock.Paragraph(
            $"Uw aanvraag voor \"{initiative.Title}\" is ingetrokken. Wij nemen geen besluit meer. U mag altijd een nieuwe aanvraag doen."),
        new MailBlock.Button("Bekijk uw aanvraag", link));

    public static MailMessage WithdrawnToReviewer(Initiative initiative) => new(
        $"Ingetrokken: initiatief {initiative.Id}",
        new MailBlock.Paragraph($"De aanvrager heeft \"{initiative.Title}\" ingetrokken. U hoeft niet meer te beslissen."));

    public static MailMessage LeftToDesk(Initiative initiative, Uri link) => new(
        $"Ons besluit over initiatief {initiative.Id} is te laat",
        new MailBlock.Paragraph(
            $"Wij hadden al een besluit moeten nemen over \"{initiative.Title}\". Dat is niet gelukt. Dat spijt ons. "
            + "De coördinator neemt contact met u op."),
        new MailBlock.Paragraph(
            "U kunt ons ook schrijven dat wij te laat zijn (ingebrekestelling, Algemene wet bestuursrecht, artikel 4:17). Beslissen wij dan "
            + "niet binnen twee weken, dan kunt u recht hebben op een dwangsom."),
        new MailBlock.Button("Bekijk uw aanvraag", link));

    public static MailMessage LeftToCoordinator(Initiative initiative) => new(
        $"Niemand besliste: initiatief {initiative.Id}",
        new MailBlock.Paragraph(
            $"Na alle herinneringen is er geen besluit over \"{initiative.Title}\". Het loket stuurt geen herinneringen meer en heeft "
            + "gereserveerd geld vrijgegeven. Neem zelf contact op met de aanvrager en neem een besluit buiten het loket om."));
}
