using AngleSharp.Dom;

namespace Initiatiefloket.BrowserTests.BadInput;

/// <summary>Finds in a page what no page of ours has: markup that somebody typed and that was not escaped.</summary>
internal static class ForeignMarkup
{
    private const string NeverOurs =
        "iframe, object, embed, svg, math, base, marquee, b, video, audio, applet, meta[http-equiv], script:not([src^='/assets/']), img:not([src^='/assets/'])";

    /// <summary>The markup that is not ours; empty when all is well.</summary>
    public static IReadOnlyList<string> In(IDocument document) =>
    [
        .. document.QuerySelectorAll(NeverOurs).Select(element => element.OuterHtml),
        .. document.All.SelectMany(element => element.Attributes).Where(IsForeign).Select(attribute => $"{attribute.Name}={attribute.Value}"),
    ];

    private static bool IsForeign(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || (attribute.Name is "href" or "src" or "action" or "formaction"
            && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
}
