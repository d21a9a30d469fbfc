using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings;

/// <summary>The mails of cases that end without a decision.</summary>
public sealed class ClosingMails(IStringLocalizer<Texts> texts, Policy policy)
{
    public MailMessage Withdrawn(Initiative initiative, Uri link) => new(
        texts["U heeft initiatief {0} ingetrokken", initiative.InSubject],
        new MailBlock.Paragraph(
            texts["Uw aanvraag voor \"{0}\" is ingetrokken. Wij nemen geen besluit meer. U mag altijd een nieuwe aanvraag doen.", initiative.Title]),
        new MailBlock.Button(texts["Bekijk uw aanvraag"], link));

    public MailMessage WithdrawnToReviewer(Initiative initiative) => new(
        $"Ingetrokken: {initiative.InSubject}",
        [
            new MailBlock.Paragraph($"De aanvrager heeft \"{initiative.Title}\" ingetrokken. U hoeft niet meer te beslissen."),
            .. ReasonOf(initiative),
        ]);

    public MailMessage OffTheAgenda(Initiative initiative) => new(
        $"Ingetrokken, haal van de agenda: {initiative.InSubject}",
        [
            new MailBlock.Paragraph(
                $"De aanvrager heeft \"{initiative.Title}\" ingetrokken. Haal het van de agenda van de raad. U hoeft geen raadsbesluit meer vast te leggen."),
            .. ReasonOf(initiative),
        ]);

    public MailMessage LeftToDesk(Initiative initiative, Uri link) => new(
        texts["Ons besluit over initiatief {0} is te laat", initiative.InSubject],
        new MailBlock.Paragraph(
            texts["Wij hadden al een besluit moeten nemen over \"{0}\". Dat is niet gelukt. Dat spijt ons. De coördinator neemt contact met u op.", initiative.Title]),
        new MailBlock.Paragraph(texts["Uw aanvraag houdt haar plaats in de rij, en het geld dat ervoor apart staat."]),
        new MailBlock.Paragraph(
            texts["U kunt ons ook schrijven dat wij te laat zijn (ingebrekestelling, Algemene wet bestuursrecht, artikel 4:17). Beslissen wij dan niet binnen twee weken, dan kunt u recht hebben op een dwangsom."]),
        new MailBlock.Button(texts["Bekijk uw aanvraag"], link));

    public static MailMessage LeftToCoordinator(Initiative initiative, Uri link) => new(
        $"Niemand besliste: {initiative.InSubject}",
        new MailBlock.Paragraph(
            $"Na alle herinneringen is er geen besluit over \"{initiative.Title}\". De aanvraag houdt haar geld en haar plaats in de rij. "
            + "Bel de aanvrager en pak de zaak weer op: op de pagina van de zaak kunt u alsnog beslissen, hoe lang het ook duurde."),
        new MailBlock.Button("Open de zaak", link));

    private MailBlock[] ReasonOf(Initiative initiative) => initiative.Withdrawal?.InDutch(policy.For(initiative)) is { } reason
        ? [new MailBlock.Paragraph("De aanvrager zegt erover:"), new MailBlock.Quote(reason)]
        : [];
}
