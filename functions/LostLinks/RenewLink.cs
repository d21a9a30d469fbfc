using System.Diagnostics;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.LostLinks;

/// <summary>Sends a new link in place of one that died, to the same person.</summary>
[TwoLanguages]
public sealed class RenewLink(
    PersonalLinks links, InitiativeTable initiatives, CasePost post, OverviewPost overviews, IStringLocalizer<Texts> texts)
{
    /// <summary>Each dead link gives one new link, however often the button is pressed.</summary>
    [Function(nameof(RenewLink))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Renew + "/{purpose}/{token}")] HttpRequest request,
        string purpose,
        string token,
        CancellationToken cancellation)
    {
        var found = LinkPaths.PurposeOf(purpose) is { } known && LinkPaths.IsRenewable(known)
            ? await links.FindAsync(token, known, cancellation)
            : new LinkFound.Unknown();
        if (found is LinkFound.NotTried(var wait))
        {
            return Failure.TooMany(wait).ToResult();
        }

        if (LinkOf(found) is { } link)
        {
            await SendAsync(link, found, $"new-link-{LinkTable.FingerprintOf(token)}", cancellation);
        }

        return Page.SeeOther(LinkPaths.RenewedAddress);
    }

    [Function(nameof(LinkRenewed))]
    public IResult LinkRenewed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LinkPaths.Renew + "/verstuurd")] HttpRequest request) =>
        Page.Show<LinkRenewedPage>();

    // One whose time is not over may have gone to an address that was replaced; a new one goes to the person, wherever they read mail now, and
    // for somebody who left to the coordinator.
    private static Link? LinkOf(LinkFound found) => found switch
    {
        LinkFound.Expired(var link) => link,
        LinkFound.ForFormerAddress(var link) => link,
        LinkFound.Working(var link) => link,
        LinkFound.OutOfOffice or LinkFound.Unknown or LinkFound.NotTried => null,
        _ => throw new UnreachableException(),
    };

    private async Task SendAsync(Link link, LinkFound found, string step, CancellationToken cancellation)
    {
        if (link.Purpose is LinkPurpose.Overview or LinkPurpose.Council)
        {
            await overviews.TellAsync(link.Person, step, cancellation);
        }
        else if (await initiatives.FindAsync(link.InitiativeId, cancellation) is { } initiative)
        {
            var isForFormerAddress = found is LinkFound.ForFormerAddress || link.WasForFormerAddress(initiative);
            if (isForFormerAddress || found is LinkFound.Expired)
            {
                var mail = new CaseMail(link.InitiativeId, step, MailKind.NewLink, link.Person, link.Purpose, RoundOf(link, initiative)) { DespiteRefusal = true };
                await post.TellAsync(mail, address => ComposeMail(initiative, isForFormerAddress, address), cancellation);
            }
        }
    }

    // The round that waits for this person, when it is a later one by now.
    private static int RoundOf(Link link, Initiative initiative) =>
        link.Purpose == LinkPurpose.Review && initiative.IsOpenInLaterRound(link.Person, link.Round) ? initiative.Round : link.Round;

    private MailMessage ComposeMail(Initiative initiative, bool isForFormerAddress, Uri link) => initiative.State == InitiativeState.Draft ? ComposeForDraft(link) : new(
        texts["Uw pagina over initiatief {0}", initiative.Id],
        new MailBlock.Paragraph(isForFormerAddress
            ? texts["Iemand wilde de pagina over \"{0}\" openen met een oude link. Die link werkt niet meer, en deze wel.", initiative.Title]
            : texts["U wilde de pagina over \"{0}\" openen, maar daarvoor was het te laat. Hiermee kan het weer.", initiative.Title]),
        new MailBlock.Button(texts["Open de pagina"], link));

    // Nobody confirmed the address yet, and another than its owner may have asked: not a word that was typed in the form.
    private MailMessage ComposeForDraft(Uri link) => new(
        texts["Bevestig uw aanvraag"],
        new MailBlock.Paragraph(texts["Hier is de nieuwe link voor uw aanvraag. Uw aanvraag is nog niet verstuurd. Bevestig eerst uw e-mailadres."]),
        new MailBlock.Button(texts["Bevestig en verstuur uw aanvraag"], link),
        new MailBlock.Paragraph(texts["Heeft u geen aanvraag ingevuld? Dan hoeft u niets te doen."]));
}
