using Initiatiefloket.Mail;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Confirming;

/// <summary>The mail with a code.</summary>
public static class ConfirmMails
{
    /// <summary>Tells the person to whom the link was sent what is about to be decided in their name, and the code that it takes.</summary>
    public static MailMessage Code(DecisionToConfirm asked, string code, DateTimeOffset validUntil) => new(
        asked.Words.MailSubject,
        new MailBlock.Paragraph(asked.Words.MailOpening),
        new MailBlock.Facts(
            new Fact(asked.Words.Label, asked.Decision),
            new Fact("Uw code", $"{code[..3]} {code[3..]}"),
            new Fact("De code werkt tot", validUntil.InWords())),
        new MailBlock.Paragraph(
            $"Heeft u {asked.Words.This} niet zelf ingevuld? Dan kan iemand anders uw persoonlijke pagina openen. Geef de code aan niemand, en bel ons meteen. "
            + "Zonder de code gebeurt er niets."));
}

/// <summary>How page and mail call what a code is for.</summary>
/// <param name="PageTitle">Heading of the page.</param>
/// <param name="PageOpening">Why it asks.</param>
/// <param name="MailSubject">Subject of the mail.</param>
/// <param name="MailOpening">What was filled in.</param>
/// <param name="Label">What it is: "Besluit".</param>
/// <param name="This">The same in a sentence: "dit besluit".</param>
/// <param name="Button">What the button says.</param>
public sealed record ConfirmWords(
    string PageTitle, string PageOpening, string MailSubject, string MailOpening, string Label, string This, string Button)
{
    /// <summary>For a vote, or what the council decided.</summary>
    public static ConfirmWords Decision(string initiativeId) => new(
        "Bevestig uw besluit met een code",
        "Voordat dit besluit telt, willen wij zeker weten dat u het neemt.",
        $"Uw code voor het besluit over initiatief {initiativeId}",
        "Op uw persoonlijke pagina is een besluit ingevuld. Vul daar deze code in. Pas dan telt het besluit.",
        "Besluit",
        "dit besluit",
        "Bevestig het besluit");

    /// <summary>For anything else that cannot be undone.</summary>
    /// <param name="about">"initiatief BI-2026-7K3M9", or what else it is about.</param>
    public static ConfirmWords Act(string about) => new(
        "Bevestig dit met een code",
        "Dit kan niet ongedaan worden gemaakt. Daarom willen wij zeker weten dat u het doet.",
        $"Uw code voor {about}",
        "Op uw persoonlijke pagina is iets ingevuld. Vul daar deze code in. Pas dan telt het.",
        "Wat er gebeurt",
        "dit",
        "Bevestig dit");

    /// <summary>To open an overview in a browser that does not know it yet.</summary>
    public static ConfirmWords Overview { get; } = new(
        "Open uw overzicht met een code",
        "U opent uw overzicht voor het eerst in deze browser. Daarom willen wij zeker weten dat u het bent.",
        "Uw code om uw overzicht te openen",
        "Iemand wil uw overzicht openen in een nieuwe browser. Vul daar deze code in. Daarna hoeft dat 30 dagen niet meer.",
        "Wat er gebeurt",
        "dit",
        "Open het overzicht");
}
