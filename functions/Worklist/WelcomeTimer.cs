using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Worklist;

/// <summary>
/// Mails the coordinator the way to the list of all cases, once: soon after the app ran for the first time, and when somebody else is coordinator. Otherwise nobody
/// knows that there is one before the first case is nearly late.
/// </summary>
public sealed class WelcomeTimer(WorklistTable table, OfficePost post, LinkMaker links, People people)
{
    // This process asked storage before.
    private bool _isWelcomed;

    [Function(nameof(WelcomeCoordinator))]
    public async Task WelcomeCoordinator([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var coordinator = people.Find(Actor.Coordinator);
        var who = Digest.Of($"welcome/{Mailbox.Of(coordinator.Email)}", 16);
        if (_isWelcomed || await table.IsWelcomedAsync(who, cancellation))
        {
            _isWelcomed = true;
            return;
        }

        var key = new MailKey($"overview-{Actor.Coordinator}", $"welcome-{who}", MailKind.Overview);
        await post.TellAsync(key, Actor.Coordinator, coordinator, async () => Compose(await links.NewOverviewAsync(Actor.Coordinator, cancellation)), cancellation);
        await table.WelcomeAsync(who, cancellation);
        _isWelcomed = true;
    }

    /// <summary>Writes the mail around the link.</summary>
    public static MailMessage Compose(Uri link) => new(
        "Welkom: hier vindt u alle zaken van het initiatiefloket",
        new MailBlock.Paragraph("U bent de coördinator van het initiatiefloket. Op één pagina ziet u alle zaken: wat te laat is, op wie een zaak wacht en hoeveel geld er nog is."),
        new MailBlock.Paragraph("U draagt er zaken over, meldt wie er afwezig is en voert aanvragen in die op papier of per telefoon komen."),
        new MailBlock.Button("Open alle zaken", link),
        new MailBlock.Paragraph("Bewaar deze mail en stuur hem niet door: hij is voor u alleen. Bent u hem kwijt? Onder aan elke pagina van de site vraagt u een nieuwe."));
}
