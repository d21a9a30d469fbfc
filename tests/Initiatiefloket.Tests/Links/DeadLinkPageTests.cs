using AngleSharp.Dom;
using Initiatiefloket.Links;
using Initiatiefloket.Tests.Web;

namespace Initiatiefloket.Tests.Links;

public sealed class DeadLinkPageTests
{
    public static TheoryData<DeadLinkReason> Reasons { get; } = [.. Enum.GetValues<DeadLinkReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Page_EachReason_SaysWhyAndWhatToDo(DeadLinkReason reason)
    {
        var page = await PageOf(reason);

        Assert.StartsWith("Deze link ", HeadingOf(page), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("form[action='/nieuwe-link/status/token'], a[href='/link-kwijt']"));
    }

    [Fact]
    public async Task Page_Reasons_EachHaveAHeadingOfTheirOwn()
    {
        var headings = new List<string>();
        foreach (var reason in Enum.GetValues<DeadLinkReason>())
        {
            headings.Add(HeadingOf(await PageOf(reason)));
        }

        Assert.Equal(["Deze link werkt niet", "Deze link is verlopen", "Deze link werkt niet meer", "Deze link is alleen voor raadsleden"], headings);
    }

    private static Task<IDocument> PageOf(DeadLinkReason reason) =>
        Rendered.Of<DeadLinkPage>(new { Death = reason, RenewAt = "/nieuwe-link/status/token" });

    private static string HeadingOf(IDocument page) => page.QuerySelector("h1")!.TextContent;
}
