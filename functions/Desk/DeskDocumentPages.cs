using System.Globalization;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Desk;

/// <summary>On the coordinator's page of one case: lets members of the council open a document, or not any more. With a tick, because programs that scan mail press buttons too.</summary>
public sealed class DeskDocumentPages(PersonalLinks links, DeskViews views, DocumentLibrary documents, InitiativeTable initiatives, TimeProvider clock)
{
    /// <summary>Last part of the address, behind that of the document.</summary>
    public const string Segment = "raad";

    public const string ActionField = "actie";
    public const string Release = "vrijgeven";
    public const string TakeBack = "terugnemen";

    // Whoever is involved does not see the documents either.
    private LinkPage<DeskForm> ThisPage => views.PageBehind(links, visit => visit.Initiative.MaySeeCase(visit.Person) ? null : Page.NotFound());

    /// <summary>The tick of a document.</summary>
    public static string SureFieldOf(Document document) => $"{Segment}-{document.Id}";

    [Function(nameof(ReleaseDocument))]
    public Task<IResult> ReleaseDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Desk + "/{token}/" + DeskMailPages.Document + "/{id}/" + Segment)] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => ActAsync(visit, id, cancellation), cancellation);

    private async Task ActAsync(LinkVisit<DeskForm> visit, string id, CancellationToken cancellation)
    {
        var posted = await visit.Request.ReadFormAsync(cancellation);
        var sent = (await documents.ListSentAsync(visit.Initiative, cancellation)).ToList();
        var index = sent.FindIndex(document => document.Id == id);
        if (index < 0)
        {
            visit.Errors.Add("", "Dit document is er niet meer. Kijk welke documenten er nog zijn.");
            return;
        }

        var isReleased = posted.Text(ActionField) == Release;
        if (isReleased && !sent[index].State.MayGoToCouncil)
        {
            visit.Errors.Add("", "Dit document is niet gecontroleerd op virussen. Daarom kan het niet naar de raad.");
        }
        else if (!isReleased && posted.Text(ActionField) != TakeBack)
        {
            visit.Errors.Add("", "Druk op de knop bij het document.");
        }
        else if (!posted.ContainsKey(SureFieldOf(sent[index])))
        {
            visit.Errors.Add(SureFieldOf(sent[index]), "Zet een vinkje als u het zeker weet.");
        }
        else
        {
            await ChangeAsync(visit, id, index + 1, isReleased, cancellation);
        }
    }

    // Of the file the trail says which one it was, not its name: that may hold one of a person.
    private async Task ChangeAsync(LinkVisit visit, string id, int number, bool isReleased, CancellationToken cancellation)
    {
        var (now, kind) = (clock.GetUtcNow(), isReleased ? InitiativeEventKind.DocumentReleased : InitiativeEventKind.DocumentReleaseTakenBack);
        var key = string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}-{now.UtcTicks}");
        await initiatives.ChangeAsync(
            visit.Initiative.Id,
            new InitiativeEvent(key, kind, now, visit.Person, $"Document {number}."),
            current => current.ReleaseDocument(id, isReleased),
            cancellation);
    }
}
