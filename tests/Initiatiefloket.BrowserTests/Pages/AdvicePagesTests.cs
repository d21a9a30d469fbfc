using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The pages on which colleagues make notes and give advice.</summary>
[Collection(PagesSite.Name)]
public sealed class AdvicePagesTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";
    private const string Adviser = "g.nijhuis@oldenzaal.example";

    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Advice_AskedAndGiven_IsAccessible(int width)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"Leeskring {width}", Email = $"leeskring{width}@bewoner.example" });
        var review = new Uri((await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link).GetLeftPart(UriPartial.Path);
        await using var reviewer = await site.PersonAsync(Device.Of(width));
        await reviewer.OpenAsync($"{review}/overleg");
        await reviewer.LookAsync("overleg");
        await reviewer.PressAsync("Vraag advies");
        Assert.Equal(422, reviewer.Status);
        await Expect(reviewer.Page.Locator("#fouten")).ToBeFocusedAsync();
        await reviewer.LookAsync("overleg-fout");
        await reviewer.FillInAsync([("notitie", "Eerst met het buurthuis bellen.")]);
        await reviewer.PressAsync("Bewaar de notitie");
        await reviewer.Field("collega").SelectOptionAsync("zorg");
        await reviewer.FillInAsync([("vraag", "Past dit bij wat het buurthuis al doet?")]);
        await reviewer.PressAsync("Vraag advies");
        await reviewer.LookAsync("overleg-gevraagd");

        var asked = await site.Host.Post.WaitForAsync(Adviser, $"Advies gevraagd: {id}");
        await using var adviser = await site.PersonAsync(Device.Of(width));
        await adviser.OpenAsync(asked.Link);
        await adviser.LookAsync("advies");
        await adviser.FillInAsync([("advies", "Ja, het buurthuis heeft dit nog niet.")]);
        await adviser.PressAsync("Geef dit advies");
        await Expect(adviser.Page.GetByText("Bedankt voor uw advies")).ToBeVisibleAsync();
        await adviser.LookAsync("advies-gegeven");
    }
}
