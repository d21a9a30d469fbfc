using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Desk;

/// <summary>The mail about a case that an error brought to a halt.</summary>
public static class StuckMail
{
    /// <summary>Says what stays as it is, what does not happen by itself any more, and what to do.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="today">The day in town.</param>
    /// <param name="link">To the coordinator's page of the case.</param>
    public static MailMessage Compose(Initiative initiative, Policy policy, DateOnly today, Uri link) => new(
        $"Er ging iets mis: initiatief {initiative.Id}",
        [
            new MailBlock.Paragraph(
                $"Door een fout in het loket gaat de zaak over \"{initiative.Title}\" niet vanzelf verder. Er gaan misschien geen mails, brieven en herinneringen "
                + "meer uit. Wat er is besloten en gereserveerd, blijft zoals het is."),
            .. initiative is { IsClosed: false, Clock: { } legal }
                ? (MailBlock[])[new MailBlock.Facts(new Fact("Wettelijk uiterlijk beslissen op", legal.DecideByInWords(today, policy.WorkingDays)))]
                : [],
            new MailBlock.Paragraph(
                $"Meld dit vandaag aan de beheerder van het loket, met kenmerk {initiative.Id}. Kijk op de pagina van de zaak wat er al gebeurde, en vertel de "
                + "aanvrager zelf hoe het verder gaat."),
            new MailBlock.Button("Open de zaak", link),
        ]);
}
