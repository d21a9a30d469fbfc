using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings;

/// <summary>The mails around a decision.</summary>
public sealed class AwardMails(IStringLocalizer<Texts> texts)
{
    public MailMessage Decision(Initiative initiative, Letter letter, Uri link) => new(
        texts["Besluit over uw initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(letter.Kind switch
        {
            LetterKind.Award or LetterKind.PartialAward or LetterKind.SettledAward => texts["Goed nieuws: u krijgt {0} voor \"{1}\".", initiative.AmountToGrant!.Value, initiative.Title],
            LetterKind.Refusal => texts["Wij kunnen u geen geld geven voor \"{0}\". In de brief leest u waarom.", initiative.Title],
            LetterKind.SetAside => texts["Wij behandelen uw aanvraag voor \"{0}\" niet verder. In de brief leest u waarom.", initiative.Title],
            LetterKind.Settlement or LetterKind.Amendment or LetterKind.Revocation or LetterKind.Recovery or LetterKind.PenaltyDecision or LetterKind.ObjectionDecision =>
                texts["Wij hebben een besluit genomen over \"{0}\". In de brief leest u welk besluit, en waarom.", initiative.Title],
            LetterKind.Intention or _ => throw new UnreachableException(),
        }),
        new MailBlock.Paragraph(texts["De brief met het besluit staat op uw eigen pagina. U kunt de brief daar lezen, bewaren en printen."]
            + (letter.IsTranslated ? " " + texts["Daar staat ook een vertaling van de brief in het Engels."] : "")
            + (letter.Kind.Grants ? " " + texts["De coördinator vraagt u om uw rekeningnummer."] : "")),
        new MailBlock.Button(texts["Lees de brief"], link),
        new MailBlock.Paragraph(
            texts["Bent u het niet eens met het besluit? In de brief staat hoe u bezwaar maakt. Op uw eigen pagina staat tot wanneer dat kan."]));

    /// <summary>To the coordinator. It names what changed since receipt, since money goes where these data lead.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="contact">The applicant, and the changes.</param>
    /// <param name="allocation">What is granted, by fund.</param>
    /// <param name="policy">For names.</param>
    /// <param name="now">The present.</param>
    public static MailMessage Payment(Initiative initiative, ApplicantContact contact, Allocation allocation, Policy policy, DateTimeOffset now) => new(
        $"Uitbetalen: {initiative.InSubject}",
        [
            new MailBlock.Paragraph(
                $"Toegekend: {initiative.Title}. Vraag {contact.Applicant.Name} om het rekeningnummer en laat het bedrag uitbetalen."),
            new MailBlock.Facts(
                new Fact("Bedrag", allocation.Total.ToString()),
                new Fact("E-mailadres", contact.Applicant.Email),
                new Fact("Telefoon", contact.Applicant.Phone ?? "niet opgegeven"),
                new Fact("Boeken op", string.Join('\n', allocation.Shares.Select(
                    share => $"{FundName(policy, initiative.PotYear, share.FundId)}: {share.Amount}")))),
            .. ChangesOf(contact.Changes, now),
        ]);

    private static IEnumerable<MailBlock> ChangesOf(ContactChanges changes, DateTimeOffset now)
    {
        if (changes.Counted is [_, ..] counted)
        {
            yield return new MailBlock.Heading("Gewijzigd sinds de ontvangst");
            yield return new MailBlock.Facts([.. counted.Select(change => new Fact(
                ContactWords.Heading(change), ContactWords.FromTo(change.From, change.To)))]);
            yield return new MailBlock.Paragraph("Bel het nummer dat u al had, voordat u het rekeningnummer vraagt. Dan weet u zeker dat het de aanvrager is.");
        }

        if (changes.InDispute.Any())
        {
            yield return new MailBlock.Paragraph("Let op: de aanvrager meldde dat een van deze wijzigingen niet van hem of haar kwam. Betaal niets uit voordat dit is uitgezocht.");
        }

        if (changes.WaitingAt(now) is { } waiting)
        {
            yield return new MailBlock.Paragraph(
                $"Op {waiting.AskedAt.InWords()} uur is nog een wijziging van de gegevens gevraagd. Die geldt nog niet. Gebruik de gegevens die hierboven staan.");
        }
    }

    private static string FundName(Policy policy, int year, string fundId) =>
        policy.PotFor(year)?.Funds.FirstOrDefault(fund => fund.Id == fundId)?.Name ?? fundId;
}
