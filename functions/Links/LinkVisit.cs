using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Links;

/// <summary>Somebody who opened a page with their link.</summary>
/// <param name="Request">The request of now.</param>
/// <param name="Token">The token in the address.</param>
/// <param name="Link">What it gives access to.</param>
/// <param name="About">The initiative as it stands; null for a link that is about none in particular.</param>
public record LinkVisit(HttpRequest Request, string Token, Link Link, Initiative? About)
{
    /// <summary>Whom the link was sent to.</summary>
    public string Person => Link.Person;

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
