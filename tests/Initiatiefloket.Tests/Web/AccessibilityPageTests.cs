using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Web;

public sealed class AccessibilityPageTests
{
    [Theory]
    [InlineData(AccessibilityStatus.Full, "A - voldoet volledig")]
    [InlineData(AccessibilityStatus.Partial, "B - voldoet gedeeltelijk")]
    [InlineData(AccessibilityStatus.FirstMeasures, "C - eerste maatregelen genomen")]
    [InlineData(AccessibilityStatus.None, "D - voldoet niet")]
    public async Task Page_EachStatus_SaysItWithDayAndFunction(AccessibilityStatus status, string words)
    {
        var page = await PageOf(WebServices.Oldenzaal.Accessibility with { Status = status });

        Assert.Contains(page.QuerySelectorAll("h2"), heading => heading.TextContent == $"Nalevingsstatus: {words}");
        Assert.Contains("opgesteld op 29 november 2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("goedgekeurd door de gemeentesecretaris.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithGapsAndReports_NamesThemAll()
    {
        var page = await PageOf(WebServices.Oldenzaal.Accessibility with
        {
            Status = AccessibilityStatus.Partial,
            Register = new Uri("https://www.toegankelijkheidsverklaring.nl/register/1"),
            Reports = [new("Een bureau", new DateOnly(2026, 10, 1), new Uri("https://www.oldenzaal.nl/onderzoek"))],
            Gaps = [new("Een tabel is te breed", "U moet schuiven", "Wij maken hem smaller", new DateOnly(2027, 2, 1))],
        });

        Assert.Equal(
            ["https://www.toegankelijkheidsverklaring.nl/register/1", "https://www.oldenzaal.nl/onderzoek"],
            page.QuerySelectorAll("main a[href^='https']").Take(2).Select(link => link.GetAttribute("href")));
        Assert.Equal(
            ["Een tabel is te breed", "U moet schuiven", "Wij maken hem smaller", "1 februari 2027"], page.QuerySelectorAll("dd").Select(value => value.TextContent.Trim()));
    }

    private static Task<AngleSharp.Dom.IDocument> PageOf(AccessibilityStatement statement) => Rendered.Of<AccessibilityPage>(
        new { }, add: services => services.AddSingleton(WebServices.Oldenzaal with { Accessibility = statement }));
}
