using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>The mails about questions to the applicant.</summary>
public sealed class ReviewQuestionMails(IStringLocalizer<Texts> texts)
{
    /// <param name="initiative">The initiative.</param>
    /// <param name="intention">The letter that the mail leads to; null when it only asks something.</param>
    /// <param name="link">To the applicant's own page.</param>
    public MailMessage Question(Initiative initiative, Letter? intention, Uri link) => intention is not null ? Intention(initiative, intention, link) : new(
        texts["Vraag over uw initiatief {0}", initiative.InSubject],
        [
            new MailBlock.Paragraph(texts["Wij behandelen uw initiatief \"{0}\". Wij hebben nog iets van u nodig.", initiative.Title]),
            .. QuestionsOf(initiative, link),
        ]);

    // No decision yet, so that nothing is said of objecting (Awb 4:7, 4:12).
    private MailMessage Intention(Initiative initiative, Letter letter, Uri link) => new(
        texts["Voornemen over uw initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(texts["Wij zijn van plan om uw aanvraag voor \"{0}\" af te wijzen. Dit is nog geen besluit. U mag eerst reageren.", initiative.Title]),
        new MailBlock.Paragraph(texts["Op uw eigen pagina staat een brief. Daarin leest u waarom wij dit van plan zijn."]
            + (letter.IsTranslated ? " " + texts["Daar staat ook een vertaling van de brief in het Engels."] : "")),
        new MailBlock.Button(texts["Lees de brief en reageer"], link),
        new MailBlock.Paragraph(texts["Antwoord uiterlijk {0}. Krijgen wij geen antwoord, dan beslissen wij met wat wij nu weten.", initiative.WaitsUntil!.Value.DeadlineInWords()]));

    public MailMessage Reminder(Initiative initiative, Uri link) => new(
        texts["Herinnering: vraag over uw initiatief {0}", initiative.InSubject],
        [
            new MailBlock.Paragraph(texts["U heeft ons nog niet geantwoord over \"{0}\".", initiative.Title]),
            .. QuestionsOf(initiative, link),
        ]);

    public MailMessage Received(Initiative initiative, Uri link) => new(
        texts["Wij hebben uw antwoord ontvangen over initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(
            texts["Bedankt voor uw antwoord over \"{0}\". De professional gaat weer verder met uw aanvraag. U hoeft niets te doen.", initiative.Title]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    private IEnumerable<MailBlock> QuestionsOf(Initiative initiative, Uri link)
    {
        var asked = initiative.VerdictOf(initiative.Round)!;
        var questions = asked.Questions;
        foreach (var (index, question) in questions.Index())
        {
            if (questions.Count > 1)
            {
                yield return new MailBlock.Heading(texts["Vraag {0}", index + 1]);
            }

            yield return new MailBlock.Quote(question.Text);
            yield return new MailBlock.Paragraph(texts["Waarom vragen wij dit? {0}", question.Why]);
        }

        yield return new MailBlock.Button(questions.Count == 1 ? texts["Beantwoord de vraag"] : texts["Beantwoord de vragen"], link);
        var until = initiative.WaitsUntil!.Value.DeadlineInWords();
        yield return new MailBlock.Paragraph(asked.SuspendsClock
            ? texts["Antwoord uiterlijk {0}. Tot uw antwoord staat de tijd stil die wij hebben om te beslissen. Krijgen wij geen antwoord, dan kunnen wij besluiten uw aanvraag niet te behandelen (Algemene wet bestuursrecht, artikel 4:5).", until]
            : texts["Antwoord uiterlijk {0}. Krijgen wij geen antwoord, dan beslissen wij met wat wij nu weten.", until]);
    }
}
