using Initiatiefloket.Submission;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Tests.Web;

namespace Initiatiefloket.Tests.Submission;

public sealed class StartPageTests
{
    [Theory]
    [InlineData("2026-12-31", null)]
    [InlineData("2025-12-31", "Vanaf 1 januari 2026 wel weer.")]
    [InlineData("2028-01-01", "Wij weten nog niet wanneer wel.")]
    public async Task Page_OnADayWithoutAPot_SaysFromWhenOneCanApply(string day, string? words)
    {
        var page = await Rendered.Of<StartPage>(new { Cases.Policy, Today = Days.Of(day) });

        Assert.Equal(words is not null, page.Body!.TextContent.Contains("Er is nu geen geld te verdelen", StringComparison.Ordinal));
        Assert.Contains(words ?? "", page.Body.TextContent, StringComparison.Ordinal);
    }
}
