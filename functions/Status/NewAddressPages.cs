using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Status;

/// <summary>The page on which the applicant confirms a new e-mail address, behind the link that was mailed to it.</summary>
[TwoLanguages]
public sealed class NewAddressPages(PersonalLinks links, InitiativeTable initiatives, AddressChanges changes)
{
    private const string Route = LinkPaths.NewAddress + "/{token}";

    [Function(nameof(ShowNewAddress))]
    public Task<IResult> ShowNewAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.ConfirmNewAddress,
            async visit => Page.Show<NewAddressPage>(new { visit.Initiative, Change = await FindChangeAsync(visit, cancellation) }),
            cancellation);

    [Function(nameof(ConfirmNewAddress))]
    public Task<IResult> ConfirmNewAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.ConfirmNewAddress, visit => ConfirmAsync(client, visit, cancellation), cancellation);

    private async Task ConfirmAsync(DurableTaskClient client, LinkVisit visit, CancellationToken cancellation)
    {
        if (await FindChangeAsync(visit, cancellation) is { Email: not null } change)
        {
            await changes.ConfirmAsync(client, visit.Initiative, change, cancellation);
        }
    }

    // Null when another address was asked for since.
    private async Task<EmailChange?> FindChangeAsync(LinkVisit visit, CancellationToken cancellation) =>
        await initiatives.FindEmailChangeAsync(visit.Initiative.Id, cancellation) is { } change && change.Number == visit.Link.Round ? change : null;
}
