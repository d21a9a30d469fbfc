using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Links;

/// <summary>
/// A page with a form behind a personal link. Each goes the same way. A link that died says why. GET shows the page. POST reads the form and acts; with mistakes
/// the page is shown again with what was typed, and else the browser goes on to an address that says how it stands (303), also when the act came too late.
/// </summary>
/// <typeparam name="TForm">What the page posts.</typeparam>
/// <param name="links">Opens the links.</param>
/// <param name="purpose">What the page is for.</param>
public sealed class LinkPage<TForm>(PersonalLinks links, LinkPurpose purpose)
{
    /// <summary>Reads what was posted.</summary>
    public required Func<LinkVisit, IFormCollection, TForm> Read { get; init; }

    /// <summary>Shows the page with the form and what is wrong with it: 422 when something is (<see cref="Page.Show{TComponent}(object, FormErrors)"/>).</summary>
    public required Func<LinkVisit<TForm>, CancellationToken, Task<IResult>> Show { get; init; }

    /// <summary>What who may not see the page, or not any more, gets in its place; null for whoever may.</summary>
    public Func<LinkVisit, IResult?> InPlace { get; init; } = _ => null;

    /// <summary>Where the browser goes after the act: to the page itself, unless it says otherwise.</summary>
    public Func<LinkVisit, string> Onward { get; init; } = visit => visit.Address;

    /// <summary>Shows the page with this form.</summary>
    public Task<IResult> GetAsync(string token, TForm form, CancellationToken cancellation) =>
        GetAsync(token, _ => Task.FromResult(form), cancellation);

    /// <summary>Shows the page with a form that is filled from what is stored.</summary>
    public Task<IResult> GetAsync(string token, Func<LinkVisit, Task<TForm>> fill, CancellationToken cancellation) => OpenAsync(
        token, async visit => await Show(new LinkVisit<TForm>(visit, await fill(visit)), cancellation), cancellation);

    /// <summary>Acts on the posted form. When that adds errors the page is shown again with them; else the browser goes <see cref="Onward"/>.</summary>
    public Task<IResult> PostAsync(string token, Func<LinkVisit<TForm>, Task> act, CancellationToken cancellation) => PostAsync(
        token,
        async visit =>
        {
            await act(visit);
            return visit.Errors.Any ? await Show(visit, cancellation) : Page.SeeOther(Onward(visit));
        },
        cancellation);

    /// <summary>Acts on the posted form, where the act itself says what follows: another page, a form of a newer version, a code to confirm with.</summary>
    public Task<IResult> PostAsync(string token, Func<LinkVisit<TForm>, Task<IResult>> act, CancellationToken cancellation) => OpenAsync(
        token,
        async visit => await act(new LinkVisit<TForm>(visit, Read(visit, await visit.Request.ReadFormAsync(cancellation)))),
        cancellation);

    private Task<IResult> OpenAsync(string token, Func<LinkVisit, Task<IResult>> open, CancellationToken cancellation) => links.OpenAsync(
        token, purpose, async visit => InPlace(visit) ?? await open(visit), cancellation);
}

/// <summary>Somebody who opened a page with their link.</summary>
/// <param name="Request">The request of now.</param>
/// <param name="Token">The token in the address.</param>
/// <param name="Link">What it gives access to.</param>
/// <param name="About">The initiative as it stands; null for a link that is about none in particular.</param>
public record LinkVisit(HttpRequest Request, string Token, Link Link, Initiative? About)
{
    /// <summary>Whom the link was sent to.</summary>
    public Actor Person => Link.Person;

    /// <summary>Address of the page.</summary>
    public string Address => LinkPaths.AddressOf(Link.Purpose, Token);

    /// <summary>The initiative as it stands.</summary>
    /// <exception cref="InvalidOperationException">The link is about none in particular.</exception>
    public Initiative Initiative => About ?? throw new InvalidOperationException($"A link for {Link.Purpose} is about no initiative.");
}

/// <summary>Somebody on a page with a form: as it is shown first, or as it was posted.</summary>
public sealed record LinkVisit<TForm> : LinkVisit
{
    public LinkVisit(LinkVisit opened, TForm form)
        : base(opened) => Form = form;

    /// <summary>What stands in the fields.</summary>
    public TForm Form { get; init; }

    /// <summary>What is wrong with it; an act adds to it what it could not do.</summary>
    public FormErrors Errors { get; } = [];
}
