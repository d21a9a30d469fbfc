using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Awards;

/// <summary>The mails around a decision.</summary>
public static class AwardMails
{
    public static MailMessage Decision(Initiative initiative, DecisionCase decision, Uri link) => new(
        $"Besluit over uw initiatief {initiative.Id}",
        new MailBlock.Paragraph(decision.Kind switch
        {
            LetterKind.Award =>
                $"Goed nieuws: u krijgt {initiative.VerdictOf(initiative.Round)!.Amount!.Value.ToDutch()} voor \"{initiative.Title}\".",
            LetterKind.Refusal => $"Wij kunnen u geen geld geven voor \"{initiative.Title}\". In de brief leest u waarom.",
            _ => $"Wij behandelen uw aanvraag voor \"{initiative.Title}\" niet verder. In de brief leest u waarom.",
        }),
        new MailBlock.Paragraph("De brief met het besluit staat op uw eigen pagina. U kunt de brief daar lezen, bewaren en printen."
            + (decision.Kind == LetterKind.Award ? " De coördinator van het initiatiefloket vraagt u om uw rekeningnummer." : "")),
        new MailBlock.Button("Lees de brief", link),
        new MailBlock.Paragraph("Bent u het niet eens met het besluit? In de brief staat hoe u bezwaar maakt. Op uw eigen pagina staat tot wanneer dat kan."));

    public static MailMessage Payment(Initiative initiative, Applicant applicant, Allocation allocation, Policy policy) => new(
        $"Uitbetalen: {initiative.Id}",
        new MailBlock.Paragraph(
            $"Toegekend: {initiative.Title}. Vraag {applicant.Name} om het rekeningnummer en laat het bedrag uitbetalen."),
        new MailBlock.Facts(
            new Fact("Bedrag", allocation.Total.ToDutch()),
            new Fact("E-mailadres", applicant.Email),
            new Fact("Telefoon", applicant.Phone ?? "niet opgegeven"),
            new Fact("Boeken op", string.Join('\n', allocation.Shares.Select(
                share => $"{FundName(policy, initiative.PotYear, share.FundId)}: {share.Amount.ToDutch()}")))));

    private static string FundName(Policy policy, int year, string fundId) =>
        policy.PotFor(year)?.Funds.FirstOrDefault(fund => fund.Id == fundId)?.Name ?? fundId;
}
