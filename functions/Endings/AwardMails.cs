using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings;

/// <summary>The mails around a decision.</summary>
public sealed class AwardMails(IStringLocalizer<Texts> texts)
{
    public MailMessage Decision(Initiative initiative, LetterKind kind, Uri link) => new(
        texts["Besluit over uw initiatief {0}", initiative.Id],
        new MailBlock.Paragraph(kind switch
        {
            LetterKind.Award => texts["Goed nieuws: u krijgt {0} voor \"{1}\".", initiative.VerdictOf(initiative.Round)!.Amount!.Value, initiative.Title],
            LetterKind.Refusal => texts["Wij kunnen u geen geld geven voor \"{0}\". In de brief leest u waarom.", initiative.Title],
            LetterKind.SetAside => texts["Wij behandelen uw aanvraag voor \"{0}\" niet verder. In de brief leest u waarom.", initiative.Title],
            _ => throw new UnreachableException(),
        }),
        new MailBlock.Paragraph(texts["De brief met het besluit staat op uw eigen pagina. U kunt de brief daar lezen, bewaren en printen."]
            + (kind == LetterKind.Award ? " " + texts["De coördinator vraagt u om uw rekeningnummer."] : "")),
        new MailBlock.Button(texts["Lees de brief"], link),
        new MailBlock.Paragraph(
            texts["Bent u het niet eens met het besluit? In de brief staat hoe u bezwaar maakt. Op uw eigen pagina staat tot wanneer dat kan."]));

    public static MailMessage Payment(Initiative initiative, Applicant applicant, Allocation allocation, Policy policy) => new(
        $"Uitbetalen: {initiative.Id}",
        new MailBlock.Paragraph(
            $"Toegekend: {initiative.Title}. Vraag {applicant.Name} om het rekeningnummer en laat het bedrag uitbetalen."),
        new MailBlock.Facts(
            new Fact("Bedrag", allocation.Total.ToString()),
            new Fact("E-mailadres", applicant.Email),
            new Fact("Telefoon", applicant.Phone ?? "niet opgegeven"),
            new Fact("Boeken op", string.Join('\n', allocation.Shares.Select(
                share => $"{FundName(policy, initiative.PotYear, share.FundId)}: {share.Amount}")))));

    private static string FundName(Policy policy, int year, string fundId) =>
        policy.PotFor(year)?.Funds.FirstOrDefault(fund => fund.Id == fundId)?.Name ?? fundId;
}
