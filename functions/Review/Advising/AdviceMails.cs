using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review.Advising;

/// <summary>The mails between colleagues about an advice.</summary>
public static class AdviceMails
{
    public static MailMessage Asked(Initiative initiative, Advice advice, string askedBy, Policy policy, Uri link) => new(
        $"Advies gevraagd: {initiative.InSubject}",
        new MailBlock.Paragraph($"{askedBy} beslist over dit initiatief van een inwoner en wil graag uw advies. U beslist niet mee."),
        new MailBlock.Quote(advice.Question),
        new MailBlock.Facts(
            new Fact("Wat", initiative.Title),
            new Fact("Waar", policy.NeighbourhoodName(initiative.NeighbourhoodId)),
            new Fact("Gevraagd", initiative.Asked.ToString()),
            new Fact("De gemeente beslist uiterlijk", initiative.Clock!.DecideByInWords(LocalTime.DayOf(advice.AskedAt), policy.WorkingDays))),
        new MailBlock.Button("Bekijk de aanvraag en geef advies", link),
        new MailBlock.Paragraph("Antwoord zo snel als u kunt. Zonder uw advies gaat de beslissing gewoon door."));

    /// <summary>To who asked, or to whoever decides now.</summary>
    /// <param name="initiative">The case.</param>
    /// <param name="advice">What was asked and answered.</param>
    /// <param name="adviser">Name of whoever answers.</param>
    /// <param name="askedBy">Name of whoever asked; null when that is who reads it.</param>
    /// <param name="link">To the case.</param>
    public static MailMessage Given(Initiative initiative, Advice advice, string adviser, string? askedBy, Uri link) => new(
        $"Advies gekregen: {initiative.InSubject}",
        new MailBlock.Paragraph(askedBy is null
            ? $"{adviser} heeft uw vraag over \"{initiative.Title}\" beantwoord."
            : $"{adviser} heeft een vraag over \"{initiative.Title}\" beantwoord. {askedBy} stelde die vraag. U beslist nu, en daarom krijgt u het antwoord."),
        new MailBlock.Heading(askedBy is null ? "Uw vraag" : "De vraag"),
        new MailBlock.Quote(advice.Question),
        new MailBlock.Heading("Het advies"),
        new MailBlock.Quote(advice.Answer!),
        new MailBlock.Button("Ga naar de aanvraag", link));

    public static MailMessage Declined(Initiative initiative, string adviser, Uri link) => new(
        $"Geen advies: {initiative.InSubject}",
        new MailBlock.Paragraph($"{adviser} is betrokken bij \"{initiative.Title}\" en geeft daarom geen advies. Heeft u advies nodig? Vraag het dan aan een andere collega."),
        new MailBlock.Button("Ga naar de aanvraag", link));
}
