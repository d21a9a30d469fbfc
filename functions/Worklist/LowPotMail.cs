using Initiatiefloket.Budget;
using Initiatiefloket.Funding;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Web;

namespace Initiatiefloket.Worklist;

/// <summary>Tells the coordinator that little is left of the money of a year.</summary>
public static class LowPotMail
{
    /// <summary>Writes the mail.</summary>
    /// <param name="pot">How the pot stands.</param>
    /// <param name="waiting">Who waits for money.</param>
    /// <param name="warnBelow">Below which rest there is a mail.</param>
    /// <param name="link">To the list of all cases.</param>
    public static MailMessage Compose(PotBalance pot, IReadOnlyList<MoneyAsked> waiting, Euro warnBelow, Uri link) => new(
        pot.Available == Euro.Zero ? $"De pot van {pot.Year} is leeg" : $"De pot van {pot.Year} raakt leeg: nog {pot.Available.ToShortString()}",
        new MailBlock.Paragraph(
            $"Voor bewonersinitiatieven in {pot.Year} is nog {pot.Available.ToShortString()} over van {pot.Total.ToShortString()}. In uw beleid staat dat u dit bericht krijgt onder {warnBelow.ToShortString()}."),
        pot.InBar,
        new MailBlock.Paragraph(WaitingInWords(waiting)),
        new MailBlock.Paragraph("Keurt een professional meer goed dan er over is? Dan komt de aanvraag op de wachtlijst. Geld dat vrijkomt, gaat naar de wachtlijst."),
        new MailBlock.Button("Open alle zaken", link),
        new MailBlock.Paragraph($"Kies daar De pot om te zien wat er van elke bron over is. U krijgt deze mail hoogstens één keer in {LowPot.DaysBetween} dagen, en alleen als er minder over is dan de vorige keer."))
    {
        Preheader = WaitingInWords(waiting),
    };

    private static string WaitingInWords(IReadOnlyList<MoneyAsked> waiting) => waiting.Count switch
    {
        0 => "Niemand wacht nu op geld.",
        1 => $"Nu wacht 1 aanvraag op geld, voor {waiting[0].Amount.ToShortString()}.",
        var count => $"Nu wachten {count} aanvragen op geld, samen voor {Euro.Sum(waiting.Select(one => one.Amount)).ToShortString()}.",
    };
}
