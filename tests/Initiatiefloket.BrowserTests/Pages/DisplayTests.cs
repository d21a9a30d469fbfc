using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.BrowserTests.Journeys;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>Somebody who sets the browser to what their eyes need.</summary>
[Collection(PagesSite.Name)]
public sealed class DisplayTests(LoketSite site)
{
    [Fact]
    public async Task ForcedColours_RadioButtonsAndBoxes_AreDrawnByTheBrowser()
    {
        await using var resident = await site.PersonAsync(Device.Desktop, options => options.ForcedColors = ForcedColors.Active);
        await resident.OpenFormAsync();
        await DemandOwnDrawingAsync(resident.Page.Locator("[name=thema]").First);
        await resident.KeepPictureAsync("contrast-idee");
        await resident.OpenAsync(resident.AddressOf(Form.Check));
        await DemandOwnDrawingAsync(resident.Field("akkoord"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/aanvragen")]
    public async Task ForcedColours_ButtonsAndFields_HaveABorder(string address)
    {
        await using var resident = await site.PersonAsync(Device.Desktop, options => options.ForcedColors = ForcedColors.Active);
        await resident.OpenAsync(address);
        var bare = await resident.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.utrecht-button, input[type=text], textarea, select')]
              .filter(part => getComputedStyle(part).borderTopStyle === 'none' || parseFloat(getComputedStyle(part).borderTopWidth) < 1)
              .map(part => part.outerHTML)
            """);
        Assert.Empty(bare);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/aanvragen")]
    public async Task ReducedMotion_Asked_NothingMoves(string address)
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenAsync(address);
        var moving = await resident.Page.EvaluateAsync<string[]>(
            """
            () => [document.documentElement, ...document.querySelectorAll('*')]
              .filter(part => { const style = getComputedStyle(part); return style.animationName !== 'none'
                || style.transitionDuration.split(',').some(time => parseFloat(time) > 0.01) || style.scrollBehavior === 'smooth'; })
              .map(part => part.outerHTML.slice(0, 120))
            """);
        Assert.Empty(moving);
    }

    private static async Task DemandOwnDrawingAsync(ILocator choice)
    {
        await choice.CheckAsync();
        await Expect(choice).ToHaveCSSAsync("appearance", "auto");
    }
}
