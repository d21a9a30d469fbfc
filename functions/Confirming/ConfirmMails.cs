using Initiatiefloket.Mail;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Confirming;

/// <summary>The mail with a code.</summary>
public static class ConfirmMails
{
    /// <summary>Tells the person to whom the link was sent what is about to be decided in their name, and the code that it takes.</summary>
    public static MailMessage Code(DecisionToConfirm asked, string code, DateTimeOffset validUntil) => new(
        $"Uw code voor het besluit over initiatief {asked.Link.InitiativeId}",
        new MailBlock.Paragraph("Op uw persoonlijke pagina is een besluit ingevuld. Vul daar deze code in. Pas dan telt het besluit."),
        new MailBlock.Facts(
            new Fact("Besluit", asked.Decision),
            new Fact("Uw code", $"{code[..3]} {code[3..]}"),
            new Fact("De code werkt tot", validUntil.InWords())),
        new MailBlock.Paragraph(
            "Heeft u dit besluit niet zelf ingevuld? Dan kan iemand anders uw persoonlijke pagina openen. Geef de code aan niemand, en bel ons meteen. "
            + "Zonder de code gebeurt er niets."));
}
