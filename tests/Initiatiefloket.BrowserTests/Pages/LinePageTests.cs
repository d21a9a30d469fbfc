using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The public line for the money of a year.</summary>
[Collection(PagesSite.Name)]
public sealed class LinePageTests(LoketSite site)
{
    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Line_WithSomebodyInIt_ShowsThePlaceWithoutTheReference(int width)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"In de rij op {width}", Email = $"rij{width}@bewoner.example", Asked = "1.234" });
        await site.Town.OpenAsync($"rij{width}@bewoner.example", $"Wij hebben uw aanvraag {id} ontvangen");
        await using var resident = await site.PersonAsync(Device.Of(width));

        await resident.OpenAsync("/rij/2026");

        await Expect(resident.Heading).ToHaveTextAsync("De rij voor het geld van 2026");
        await Expect(resident.Page.GetByText("Nog niet beslist").First).ToBeVisibleAsync();
        await Expect(resident.Page.GetByText(id)).ToHaveCountAsync(0);
        await resident.LookAsync("rij");
    }
}
