using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Status;

/// <summary>The page on which the applicant confirms a new e-mail address, behind the link that was mailed to it.</summary>
[TwoLanguages]
public sealed class NewAddressPages(PersonalLinks links, InitiativeTable initiatives, CasePost post, ContactMails mails, TimeProvider clock)
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
        CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.ConfirmNewAddress, visit => ConfirmAsync(visit, cancellation), cancellation);

    /// <summary>The address counts from here on. The old one is told first: after this it is forgotten.</summary>
    private async Task ConfirmAsync(LinkVisit visit, CancellationToken cancellation)
    {
        if (await FindChangeAsync(visit, cancellation) is not { Email: not null })
        {
            return;
        }

        var (initiative, number) = (visit.Initiative, visit.Link.Round);
        await post.SendPlainAsync(initiative.Id, $"email-changed-{number}", Actor.Applicant, () => mails.ToOldAddress(initiative), cancellation);
        await initiatives.ConfirmEmailChangeAsync(initiative.Id, number, clock.GetUtcNow(), cancellation);
        var mail = new CaseMail(initiative.Id, $"email-confirmed-{number}", Actor.Applicant, LinkPurpose.Status);
        await post.SendAsync(mail, address => mails.ToNewAddress(initiative, address), cancellation);
    }

    // Null when another address was asked for since.
    private async Task<EmailChange?> FindChangeAsync(LinkVisit visit, CancellationToken cancellation) =>
        await initiatives.FindEmailChangeAsync(visit.Initiative.Id, cancellation) is { } change && change.Number == visit.Link.Round ? change : null;
}
