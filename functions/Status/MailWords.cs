using System.Text.RegularExpressions;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>What a mail to the applicant was about, in plain words.</summary>
public static partial class MailWords
{
    public static string Of(SentMail mail, IStringLocalizer<Texts> texts) => mail.Outcome == Posted.Refused
        ? texts["{0} (niet bezorgd)", Of(mail.Step, texts)]
        : Of(mail.Step, texts);

    // Steps are numbered where they may come more than once, and end in a mark of the address or the link they are about.
    private static string Of(string step, IStringLocalizer<Texts> texts) => Mark().Replace(step, "") switch
    {
        "confirm" => texts["Bevestig uw aanvraag"],
        "receipt" => texts["Wij hebben uw aanvraag ontvangen"],
        "question-asked" => texts["Vraag over uw aanvraag"],
        "question-reminder" => texts["Herinnering aan onze vraag"],
        "question-answered" => texts["Wij hebben uw antwoord ontvangen"],
        "waiting-list" => texts["Uw aanvraag staat op de wachtlijst"],
        "term-extended" => texts["Wij hebben meer tijd nodig"],
        "council-window" => texts["De gemeenteraad kijkt mee"],
        "council-asked-applicant" => texts["De gemeenteraad bespreekt uw aanvraag"],
        "decision" => texts["Besluit over uw aanvraag"],
        "withdrawn" => texts["U heeft uw aanvraag ingetrokken"],
        "left-to-desk" => texts["Ons besluit is te laat"],
        "new-link" => texts["Een nieuwe link"],
        "email-changed" or "email-confirmed" => texts["Uw e-mailadres is gewijzigd"],
        _ => step,
    };

    [GeneratedRegex("-(?:[0-9]+(?=-|$)|[0-9a-f]{16}$)")]
    private static partial Regex Mark();
}
