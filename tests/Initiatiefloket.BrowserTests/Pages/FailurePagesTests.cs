using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.BrowserTests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>Pages that somebody sees when it does not go as planned, and those that stand by themselves.</summary>
[Collection(PagesSite.Name)]
public sealed class FailurePagesTests(LoketSite site)
{
    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [InlineData("/bestaat-niet", 404, "404")]
    [InlineData("/aanvragen/te-kort/idee", 404, "404-formulier")]
    [InlineData("/bevestigen/AAAAAAAAAAAAAAAAAAAAAA", 404, "link-onbekend")]
    [InlineData("/aanvraag-al-ontvangen", 200, "al-ontvangen")]
    [InlineData("/privacy", 200, "privacy")]
    [InlineData("/toegankelijkheid", 200, "toegankelijkheid")]
    public async Task Page_ByItsAddress_IsAccessible(string address, int status, string name)
    {
        await using var visitor = await site.PersonAsync(Device.Phone);
        await visitor.OpenAsync(address);
        Assert.Equal(status, visitor.Status);
        await visitor.LookAsync(name);
    }

    [Fact]
    public async Task Form_WithoutItsCookie_SaysWhatToDo()
    {
        await using var visitor = await site.PersonAsync(Device.Phone);
        await visitor.OpenFormAsync();
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.PressAsync("Verder");
        Assert.Equal(400, visitor.Status);
        await visitor.LookAsync("400");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Form_OfABrowserThatKeepsNoCookies_EndsOnAPageThatSaysSo(int width)
    {
        await using var visitor = await site.PersonAsync(Device.Of(width));
        await visitor.OpenFormAsync();
        await visitor.Field("titel").FillAsync("Samen koken");
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.PressAsync("Verder");
        await visitor.LookAsync("zonder-cookie");

        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.PressAsync("Verstuur opnieuw");

        await Expect(visitor.Heading).ToHaveTextAsync("Zet cookies aan");
        await visitor.LookAsync("cookies-uit");
    }
}
