using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Contact;

/// <summary>"Dit was ik niet": the page on which the applicant stops a change that somebody else asked for, behind a link in the mail about it.</summary>
[TwoLanguages]
public sealed class DisownPages(PersonalLinks links, InitiativeTable initiatives, ContactChanging changing, TimeProvider clock)
{
    private const string Route = LinkPaths.DisownChange + "/{token}";

    [Function(nameof(ShowDisown))]
    public Task<IResult> ShowDisown(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.DisownChange, visit => ShowAsync(visit, cancellation), cancellation);

    [Function(nameof(DisownChange))]
    public Task<IResult> DisownChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.DisownChange, visit => changing.DisownAsync(visit.Initiative, visit.Link.Round, cancellation), cancellation);

    private async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var contact = await initiatives.GetContactAsync(visit.Initiative.Id, cancellation);
        return Page.Show<DisownPage>(new { visit.Initiative, Seen = ChangeSeen.Of(contact, visit.Link.Round, clock.GetUtcNow()) });
    }
}
