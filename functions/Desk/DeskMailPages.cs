using System.Diagnostics;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Desk;

/// <summary>On the coordinator's page of one case: its documents, and a new mail to an applicant whom one did not reach.</summary>
public sealed class DeskMailPages(
    PersonalLinks links, DeskViews views, DocumentLibrary documents, CasePost post, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    public const string Document = "document";
    public const string ToApplicant = "mail-aanvrager";

    /// <summary>Ticked when the address is right.</summary>
    public const string RightField = "klopt";

    private const string Route = LinkPaths.Desk + "/{token}";

    /// <summary>A document that was sent; not for a coordinator who is involved.</summary>
    [Function(nameof(OpenDeskDocument))]
    public Task<IResult> OpenDeskDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + Document + "/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) => links.OpenAsync(
            token,
            LinkPurpose.Desk,
            visit => visit.Initiative.MaySeeCase(visit.Person)
                ? documents.OpenSentAsync(visit.Initiative, id, DocumentView.Download, cancellation)
                : Task.FromResult(Page.NotFound()),
            cancellation);

    /// <summary>Mails the applicant a link to their page, once in a quarter of an hour.</summary>
    [Function(nameof(MailApplicant))]
    public Task<IResult> MailApplicant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + ToApplicant)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        views.PageBehind(links).PostAsync(token, visit => MailAsync(visit, cancellation), cancellation);

    private async Task MailAsync(LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        if (!(await visit.Request.ReadFormAsync(cancellation)).ContainsKey(RightField))
        {
            visit.Errors.Add(RightField, "Zet een vinkje als het e-mailadres klopt.");
            return;
        }

        var initiative = visit.Initiative;
        var mail = new CaseMail(initiative.Id, $"desk-link-{MailKey.QuarterOf(clock.GetUtcNow())}", MailKind.NewLink, Actor.Applicant, LinkPurpose.Status)
        {
            DespiteRefusal = true,
        };
        switch (await post.SendAsync(mail, link => Compose(initiative, link), cancellation))
        {
            case Posted.Sent or Posted.SentBefore or Posted.NotWanted:
                return;
            case Posted.Refused:
                visit.Errors.Add("", "De mail is weer niet aangenomen. Bel de aanvrager, of stuur een brief.");
                return;
            default:
                throw new UnreachableException();
        }
    }

    private MailMessage Compose(Initiative initiative, Uri link) => new(
        texts["Uw pagina over initiatief {0}", initiative.Id],
        new MailBlock.Paragraph(texts["Misschien kwam een mail van ons over \"{0}\" niet aan. Op uw pagina staat alles wat wij u stuurden.", initiative.Title]),
        new MailBlock.Button(texts["Open de pagina"], link));
}
