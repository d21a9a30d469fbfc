using Initiatiefloket.Documents;
using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>The applicant's own page: where the application stands, what happens next and by when, and the letters.</summary>
[TwoLanguages]
public sealed class StatusPages(
    PersonalLinks links,
    InitiativeTable initiatives,
    LetterStore letters,
    DocumentDesk documents,
    Policy policy,
    IStringLocalizer<Texts> texts,
    TimeProvider clock)
{
    [Function(nameof(ShowStatus))]
    public Task<IResult> ShowStatus(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StatusAddress.Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Status, visit => ShowAsync(visit.Initiative, token, cancellation), cancellation);

    [Function(nameof(ShowLetter))]
    public Task<IResult> ShowLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StatusAddress.Route + "/" + StatusAddress.Letter)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async visit => visit.Initiative.Letters is [.., { AnnouncedOn: not null } letter]
                ? Page.Letter(await letters.ReadAsync(letter.BlobName, cancellation))
                : Page.NotFound(),
            cancellation);

    [Function(nameof(OpenDocument))]
    public Task<IResult> OpenDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StatusAddress.Route + "/" + StatusAddress.Document + "/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Status, visit => documents.OpenOfCaseAsync(visit.Initiative.Id, id, cancellation), cancellation);

    private async Task<IResult> ShowAsync(Initiative initiative, string token, CancellationToken cancellation)
    {
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var attached = await documents.ListCaseAsync(initiative.Id, cancellation);
        var events = await initiatives.GetEventsAsync(initiative.Id, cancellation);
        var story = StatusStory.Of(initiative, events, policy, texts, clock.GetUtcNow());
        return Page.Show<StatusPage>(new { View = new StatusView(initiative, application, attached, story, token) });
    }
}
