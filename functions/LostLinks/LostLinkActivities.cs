using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.LostLinks;

/// <summary>The step that mails lost links.</summary>
public sealed class LostLinkActivities(LinkFinder finder, LinkMaker links, OfficePost post, IStringLocalizer<Texts> texts)
{
    [Function(nameof(MailLostLinks))]
    public async Task MailLostLinks([ActivityTrigger] LostLinksRequest request, CancellationToken cancellation)
    {
        var found = await finder.FindAsync([request.EmailKey, .. request.FormerKeys], cancellation);
        if (found.To is not { } recipient || found is { Links: [], Overviews: [] })
        {
            return;
        }

        var person = found.Overviews is [var holder, ..] ? holder : found.Links[0].Link.Person;
        var key = new MailKey($"lost-links-{request.EmailKey}", MailKey.QuarterOf(request.At), MailKind.NewLink);
        await post.TellAsync(key, person, recipient, () => ComposeAsync(found, cancellation), cancellation);
    }

    private async Task<MailMessage> ComposeAsync(LinksFound found, CancellationToken cancellation)
    {
        var blocks = new List<MailBlock>();
        foreach (var person in found.Overviews)
        {
            var label = person.CouncilMemberId is null ? texts["Al uw zaken"] : texts["Alle initiatieven voor de raad"];
            blocks.Add(new MailBlock.Button(label, await links.NewOverviewAsync(person, cancellation)));
        }

        foreach (var (initiative, link) in found.Links)
        {
            var address = await links.NewAsync(link.Purpose, initiative.Id, link.Person, initiative.Round, cancellation);

            // As long as nobody confirmed the address, strangers get no title that strangers typed.
            blocks.Add(new MailBlock.Heading(initiative.State == InitiativeState.Draft ? initiative.Id : $"{initiative.Title} ({initiative.Id})"));
            blocks.Add(new MailBlock.Button(LabelOf(link.Purpose, texts), address));
        }

        return new MailMessage(
            texts["Uw initiatieven bij het initiatiefloket"],
            [
                new MailBlock.Paragraph(texts["U vroeg ons hoe u uw pagina weer kunt openen. Hieronder staat alles wat nu voor u openstaat."]),
                .. blocks,
                new MailBlock.Paragraph(
                    texts["Deze mail is persoonlijk: geef hem niet aan anderen. Heeft u hier niet om gevraagd? Dan hoeft u niets te doen."]),
            ]);
    }

    internal static string LabelOf(LinkPurpose purpose, IStringLocalizer<Texts> texts) => purpose switch
    {
        LinkPurpose.ConfirmEmail => texts["Bevestig en verstuur uw aanvraag"],
        LinkPurpose.Review => texts["Bekijk en beslis"],
        LinkPurpose.CouncilDecision => texts["Leg het raadsbesluit vast"],
        LinkPurpose.LookAlong => texts["Bekijk het initiatief"],
        LinkPurpose.Desk => texts["Open de zaak"],
        LinkPurpose.Status => texts["Bekijk uw aanvraag"],

        // These are never asked for again (CurrentLink).
        LinkPurpose.ConfirmNewAddress or LinkPurpose.Overview or LinkPurpose.Advice or LinkPurpose.Draft or LinkPurpose.Support
            or LinkPurpose.ConfirmChange or LinkPurpose.DisownChange or LinkPurpose.Council or LinkPurpose.StopDigest or LinkPurpose.CouncilQuestion
            or _ => throw new UnreachableException(),
    };
}
