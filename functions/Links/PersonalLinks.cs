using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Links;

/// <summary>Opens the page behind a personal link, or says why it does not open.</summary>
public sealed class PersonalLinks(
    LinkTable links, LinkHolders holders, InitiativeTable initiatives, RateLimits limits, Abuse abuse, IHttpContextAccessor http)
{
    private HttpRequest Request =>
        http.HttpContext?.Request ?? throw new InvalidOperationException("A personal link is looked up outside a request.");

    /// <summary>Shows the page of a working link; otherwise a page that says why the link died and offers a new one.</summary>
    /// <param name="token">The token in the address.</param>
    /// <param name="purpose">What the page is for.</param>
    /// <param name="show">Shows the page for this visit.</param>
    public async Task<IResult> OpenAsync(string token, LinkPurpose purpose, Func<LinkVisit, Task<IResult>> show, CancellationToken cancellation)
    {
        switch (await FindAsync(token, purpose, cancellation))
        {
            case LinkFound.Working(var link):
                CaseInTrace.Note(link.InitiativeId);
                return await ShowAsync(token, link, show, cancellation);
            case LinkFound.ForFormerAddress:
                return await DiedAsync(DeadLinkReason.AddressReplaced, purpose, token, cancellation);
            case LinkFound.OutOfOffice:
                return await DiedAsync(DeadLinkReason.OutOfOffice, purpose, token, cancellation);
            case LinkFound.Expired:
                return await DiedAsync(DeadLinkReason.Expired, purpose, token, cancellation);
            case LinkFound.NotTried(var wait):
                return Failure.TooMany(wait).ToResult();
            case LinkFound.Unknown:
                return Dead();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Does what a button on the page asks for and sends the browser back to the page, which says how it stands, also when it came too late.</summary>
    public Task<IResult> ActAsync(string token, LinkPurpose purpose, Func<LinkVisit, Task> act, CancellationToken cancellation) => OpenAsync(
        token,
        purpose,
        async visit =>
        {
            await act(visit);
            return Page.SeeOther(visit.Address);
        },
        cancellation);

    /// <summary>Looks a token up for whoever sends the request of now, unless they tried too many that nobody was sent.</summary>
    public async Task<LinkFound> FindAsync(string token, LinkPurpose purpose, CancellationToken cancellation)
    {
        var request = Request.HttpContext;
        if (await limits.WaitForLinkAsync(request, cancellation) is { } closed)
        {
            return new LinkFound.NotTried(closed);
        }

        var found = await links.FindAsync(token, purpose, cancellation);
        if (found is LinkFound.Unknown)
        {
            await abuse.UnknownLinkAsync(cancellation);
        }

        return found switch
        {
            LinkFound.Unknown when await limits.WaitAfterUnknownLinkAsync(request, cancellation) is { } wait => new LinkFound.NotTried(wait),
            LinkFound.Working(var link) when holders.IsOutOfOffice(link) => new LinkFound.OutOfOffice(),
            LinkFound.Expired(var link) when holders.IsOutOfOffice(link) => new LinkFound.OutOfOffice(),
            LinkFound.Working(var link) when await holders.IsForFormerAddressAsync(link, cancellation) => new LinkFound.ForFormerAddress(link),
            LinkFound.Expired(var link) when await holders.IsForFormerAddressAsync(link, cancellation) => new LinkFound.ForFormerAddress(link),
            LinkFound.Working or LinkFound.Expired or LinkFound.Unknown => found,
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IResult> ShowAsync(string token, Link found, Func<LinkVisit, Task<IResult>> show, CancellationToken cancellation)
    {
        // One that was mailed is its own root.
        var link = found.Root.Length == 0 ? found with { Root = LinkTable.FingerprintOf(token) } : found;
        if (link.InitiativeId == Link.NoInitiative)
        {
            return await show(new LinkVisit(Request, token, link, About: null));
        }

        switch (await initiatives.FindAsync(link.InitiativeId, cancellation))
        {
            case null:
                await abuse.DeadLinkAsync("CaseIsGone", cancellation);
                return Dead();
            case var initiative when link.WasForFormerAddress(initiative):
                return await DiedAsync(DeadLinkReason.AddressReplaced, link.Purpose, token, cancellation);
            case var initiative:
                return await show(new LinkVisit(Request, token, link, initiative));
        }
    }

    private async Task<IResult> DiedAsync(DeadLinkReason death, LinkPurpose purpose, string token, CancellationToken cancellation)
    {
        await abuse.DeadLinkAsync(death.ToString(), cancellation);
        var renewAt = death != DeadLinkReason.OutOfOffice && LinkPaths.IsRenewable(purpose) ? $"/{LinkPaths.Renew}/{LinkPaths.PathOf(purpose, token)}" : null;
        return Page.Show<DeadLinkPage>(new { Death = death, RenewAt = renewAt }, StatusCodes.Status410Gone);
    }

    private static IResult Dead() => Page.Show<DeadLinkPage>(status: StatusCodes.Status404NotFound);
}
