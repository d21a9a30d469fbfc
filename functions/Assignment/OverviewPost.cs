using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;

namespace Initiatiefloket.Assignment;

/// <summary>Mails a reviewer, the coordinator or a council member a link to all their cases, when no mail about a case brings one.</summary>
public sealed class OverviewPost(OfficePost post, LinkMaker links, People people, TimeProvider clock)
{
    /// <summary>Sends it because a button was pressed, once in a quarter of an hour.</summary>
    public Task TellOnRequestAsync(Actor person, CancellationToken cancellation) =>
        TellAsync(person, $"asked-{MailKey.QuarterOf(clock.GetUtcNow())}", cancellation);

    /// <summary>Sends it, unless a mail of this name was sent to them before.</summary>
    public Task TellAsync(Actor person, string step, CancellationToken cancellation) => post.TellAsync(
        new MailKey($"overview-{person}", step, MailKind.Overview) { DespiteRefusal = true },
        person,
        people.Find(person),
        async () => Compose(person, await links.NewOverviewAsync(person, cancellation)),
        cancellation);

    private static MailMessage Compose(Actor person, Uri link) => person.CouncilMemberId is null ? Compose(link) : ComposeForCouncil(link);

    /// <summary>Writes the mail around the link to the council's page.</summary>
    public static MailMessage ComposeForCouncil(Uri link) => new(
        "Alle initiatieven voor de raad",
        new MailBlock.Paragraph("Op deze pagina staan alle initiatieven. U kiest er ook hoe vaak u een overzicht per mail krijgt."),
        new MailBlock.Button("Bekijk alle initiatieven", link),
        new MailBlock.Paragraph("Stuur deze mail niet door: wie hem heeft, kan in uw naam om een bespreking in de raad vragen."));

    /// <summary>Writes the mail around the link.</summary>
    public static MailMessage Compose(Uri link) => new(
        "Al uw zaken bij het initiatiefloket",
        new MailBlock.Paragraph("Op deze pagina staat wat op u wacht en wat u eerder heeft beslist. U meldt er ook dat u afwezig bent."),
        new MailBlock.Button("Al uw zaken", link),
        new MailBlock.Paragraph("Stuur deze mail niet door: hij is voor u alleen. In een nieuwe browser vragen wij om een code. Die mailen wij u dan."));
}
