using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Links;

/// <summary>Opens the page behind a personal link, or says why it does not open.</summary>
public sealed class PersonalLinks(LinkTable links, InitiativeTable initiatives)
{
    /// <summary>Shows the page of a working link; otherwise a page that says why the link died and offers a new one.</summary>
    /// <param name="token">The token in the address.</param>
    /// <param name="purpose">What the page is for.</param>
    /// <param name="show">Shows the page for this link and the initiative it is about.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public Task<IResult> OpenAsync(
        string token, LinkPurpose purpose, Func<Link, Initiative, Task<IResult>> show, CancellationToken cancellation) => OpenAsync(
        token,
        purpose,
        async link => await initiatives.FindAsync(link.InitiativeId, cancellation) is { } initiative ? await show(link, initiative) : Dead(),
        cancellation);

    /// <summary>The same for a page that is about no initiative in particular.</summary>
    public async Task<IResult> OpenAsync(string token, LinkPurpose purpose, Func<Link, Task<IResult>> show, CancellationToken cancellation)
    {
        switch (await links.FindAsync(token, purpose, cancellation))
        {
            case LinkFound.Working(var link):
                return await show(link);
            case LinkFound.Expired:
                var renewAt = LinkPaths.IsRenewable(purpose) ? $"/{RenewLink.Segment}/{LinkPaths.PathOf(purpose, token)}" : null;
                return Page.Show<DeadLinkPage>(new { IsExpired = true, RenewAt = renewAt }, StatusCodes.Status410Gone);
            default:
                return Dead();
        }
    }

    private static IResult Dead() => Page.Show<DeadLinkPage>(status: StatusCodes.Status404NotFound);
}
