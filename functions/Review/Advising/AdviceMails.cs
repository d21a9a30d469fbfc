using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review.Advising;

/// <summary>The mails between colleagues about an advice.</summary>
public static class AdviceMails
{
    public static MailMessage Asked(Initiative initiative, Advice advice, string askedBy, Policy policy, Uri link) => new(
        $"Advies gevraagd over initiatief {initiative.Id}",
        new MailBlock.Paragraph($"{askedBy} beslist over dit initiatief van een inwoner en wil graag uw advies. U beslist niet mee."),
        new MailBlock.Quote(advice.Question),
        new MailBlock.Facts(
            new Fact("Wat", initiative.Title),
            new Fact("Waar", policy.NeighbourhoodName(initiative.NeighbourhoodId)),
            new Fact("Gevraagd", initiative.Asked.ToString()),
            new Fact("De gemeente beslist uiterlijk", initiative.Clock!.DecideByInWords(TownTime.DayOf(advice.AskedAt), policy.WorkingDays))),
        new MailBlock.Button("Bekijk de aanvraag en geef advies", link),
        new MailBlock.Paragraph("Antwoord zo snel als u kunt. Zonder uw advies gaat de beslissing gewoon door."));

    public static MailMessage Given(Initiative initiative, Advice advice, string adviser, Uri link) => new(
        $"Advies gekregen over initiatief {initiative.Id}",
        new MailBlock.Paragraph($"{adviser} heeft uw vraag over \"{initiative.Title}\" beantwoord."),
        new MailBlock.Heading("Uw vraag"),
        new MailBlock.Quote(advice.Question),
        new MailBlock.Heading("Het advies"),
        new MailBlock.Quote(advice.Answer!),
        new MailBlock.Button("Ga naar de aanvraag", link));
}
