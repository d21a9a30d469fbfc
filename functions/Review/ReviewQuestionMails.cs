using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>The mails that ask the applicant to complete the application.</summary>
public static class ReviewQuestionMails
{
    public static MailMessage Question(Initiative initiative, Uri link) => new(
        $"Vraag over uw initiatief {initiative.Id}",
        new MailBlock.Paragraph($"Wij behandelen uw initiatief \"{initiative.Title}\". Wij hebben nog iets van u nodig:"),
        new MailBlock.Quote(initiative.VerdictOf(initiative.Round)!.Words),
        new MailBlock.Button("Beantwoord de vraag", link),
        Consequence(initiative));

    public static MailMessage Reminder(Initiative initiative, Uri link) => new(
        $"Herinnering: vraag over uw initiatief {initiative.Id}",
        new MailBlock.Paragraph($"U heeft onze vraag over \"{initiative.Title}\" nog niet beantwoord:"),
        new MailBlock.Quote(initiative.VerdictOf(initiative.Round)!.Words),
        new MailBlock.Button("Beantwoord de vraag", link),
        Consequence(initiative));

    private static MailBlock.Paragraph Consequence(Initiative initiative) => new(
        $"Antwoord uiterlijk {initiative.WaitsUntil!.Value.ToDutchDeadline()}. Tot uw antwoord staat de tijd stil die wij hebben om te "
        + "beslissen. Krijgen wij geen antwoord, dan kunnen wij uw aanvraag niet behandelen (Algemene wet bestuursrecht, artikel 4:5).");
}
