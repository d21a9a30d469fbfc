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
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.ConfirmNewAddress,
            async (link, initiative) =>
            {
                var change = await initiatives.FindEmailChangeAsync(initiative.Id, cancellation);
                return Page.Show<NewAddressPage>(new { Initiative = initiative, Change = change?.Number == link.Round ? change : null });
            },
            cancellation);

    /// <summary>The address counts from here on. The old one is told first: after this it is forgotten.</summary>
    [Function(nameof(ConfirmNewAddress))]
    public Task<IResult> ConfirmNewAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.ConfirmNewAddress,
            async (link, initiative) =>
            {
                if (await initiatives.FindEmailChangeAsync(initiative.Id, cancellation) is { Email: not null } change && change.Number == link.Round)
                {
                    await post.SendPlainAsync(
                        initiative.Id, $"email-changed-{link.Round}", Actor.Applicant, () => mails.ToOldAddress(initiative), cancellation);
                    await initiatives.ConfirmEmailChangeAsync(initiative.Id, link.Round, clock.GetUtcNow(), cancellation);
                    var mail = new CaseMail(initiative.Id, $"email-confirmed-{link.Round}", Actor.Applicant, LinkPurpose.Status);
                    await post.SendAsync(mail, address => mails.ToNewAddress(initiative, address), cancellation);
                }

                return Page.SeeOther(LinkPaths.AddressOf(LinkPurpose.ConfirmNewAddress, token));
            },
            cancellation);
}
