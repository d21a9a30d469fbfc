using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The first page, on a day on which there is no money.</summary>
[Collection(PagesSite.Name)]
public sealed class StartPageTests(LoketSite site)
{
    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Start_WhenNoPotIsOpen_SaysFromWhenOnAndStillOpensTheForm(int width)
    {
        var clock = new ManualClock(new DateTimeOffset(2025, 12, 31, 12, 0, 0, TimeSpan.FromHours(1)));
        await using var early = await LoketHost.StartAsync(await StorageAccounts.TakeAsync(), clock);
        await using var resident = await site.PersonAsync(Device.Of(width), options => options.BaseURL = early.Address.ToString());

        await resident.OpenAsync("/");

        await Expect(resident.Page.GetByText("Vanaf 1 januari 2026 wel weer.")).ToBeVisibleAsync();
        await resident.LookAsync("start-nog-niet-open");
        await resident.FollowAsync("Begin met uw aanvraag");
        await Expect(resident.Heading).ToHaveTextAsync("Uw idee");
    }
}
