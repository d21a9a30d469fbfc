using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Review;

/// <summary>The review page as it was asked for: which link, which case.</summary>
/// <param name="Request">The request.</param>
/// <param name="Token">The token in the address.</param>
/// <param name="Link">What it gives access to.</param>
/// <param name="Initiative">The case as it stands.</param>
public sealed record ReviewRequest(HttpRequest Request, string Token, Link Link, Initiative Initiative)
{
    /// <summary>Address of the page.</summary>
    public string Address => LinkPaths.AddressOf(LinkPurpose.Review, Token);
}
