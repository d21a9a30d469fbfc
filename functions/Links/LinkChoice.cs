using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Initiatiefloket.Links;

/// <summary>
/// A choice that a link prepares on the page that it opens, in the query: <c>/beoordelen/…?keuze=afwijzen</c>. It only shows that part of the page first;
/// it decides nothing, and a page takes any other word for no choice.
/// </summary>
public static class LinkChoice
{
    /// <summary>Name in the query.</summary>
    public const string Key = "keuze";

    /// <summary>The same link with this choice prepared. A <see cref="CodeAddress"/> stays as it is: its code is typed once and opens the page, where all choices are.</summary>
    public static Uri WithChoice(this Uri link, string choice) =>
        link is CodeAddress ? link : new Uri(QueryHelpers.AddQueryString(link.AbsoluteUri, Key, choice));

    /// <summary>What the link prepared, or null: whatever stands in the address, for the page to compare with what it knows.</summary>
    public static string? Of(HttpRequest request) => request.Query[Key] is [{ Length: > 0 } choice] ? choice : null;
}
