using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>How much a decision asks of a professional's time: a small one two minutes, on a phone.</summary>
[Collection(PagesSite.Name)]
public sealed class DecidingTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";

    // Of radio buttons a group is one.
    private const string Inputs =
        """
        () => new Set([...document.querySelectorAll('#toekennen :is(input:not([type=hidden]), textarea, select)')]
          .filter(part => part.checkVisibility())
          .map(part => part.type === 'radio' ? part.name : part)).size
        """;

    [Fact]
    public async Task SmallGrant_OnAPhone_TakesFiveInputsAndLittleScrolling()
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = "Plantjesdag", Email = "plantjes@bewoner.example", Asked = "900" });
        await using var reviewer = await site.PersonAsync(Device.Phone);

        await reviewer.OpenAsync((await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link);

        await reviewer.UseSiteFontAsync();
        Assert.InRange(await reviewer.HeightAsync(), 1, 3500);
        Assert.InRange(await reviewer.Page.EvaluateAsync<int>(Inputs), 1, 5);
        Assert.InRange(await TabsToAsync(reviewer), 1, 14);
        await reviewer.LookAsync("beoordelen-klein");
    }

    [Fact]
    public async Task Gaps_OnAPhone_TakeTwoPressesAndAFieldEachBesideTheChoice()
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = "Met gaten", Email = "gaten@bewoner.example", ForWhom = "", Partners = "", Participants = "" });
        await using var reviewer = await site.PersonAsync(Device.Phone);
        await reviewer.OpenAsync(new Uri((await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link).GetLeftPart(UriPartial.Path) + "?keuze=vragen");

        await reviewer.PressAsync("Vraag naar wat ontbreekt");

        // Four gaps so take five fields.
        await reviewer.LookAsync("beoordelen-gaten");
        var gaps = await reviewer.Page.Locator("#vragen textarea").CountAsync();
        Assert.Equal(3, gaps);
        Assert.Equal(gaps + 1, await reviewer.Page.EvaluateAsync<int>(Inputs.Replace("toekennen", "vragen", StringComparison.Ordinal)));
        await reviewer.PressAsync("Stel de vragen");
        await Expect(reviewer.Page.GetByText("vragen gesteld aan de aanvrager")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task FilledIn_AndLeftByALink_IsThereWithoutAskingAndContradictsNobody()
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = "Vanzelf bewaard", Email = "vanzelf@bewoner.example", Asked = "900" });
        await using var reviewer = await site.PersonAsync(Device.Phone);
        await reviewer.OpenAsync((await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link);
        await reviewer.Field("toelichting").FillAsync("Goed voor de straat.");
        await reviewer.Page.Locator("#afwijzen > summary").ClickAsync();
        await Expect(reviewer.Page.GetByText("Vanzelf bewaard.")).ToBeVisibleAsync();
        await reviewer.Field("redenen").FillAsync("Of toch niet.");

        await reviewer.FollowAsync("Maak een notitie of vraag een collega om advies");
        await reviewer.FollowAsync("Terug naar de aanvraag");

        await Expect(reviewer.Field("toelichting")).ToHaveValueAsync("Goed voor de straat.");
        await Expect(reviewer.Field("redenen")).ToHaveValueAsync("Of toch niet.");
        await reviewer.Page.Locator("#vragen > summary").ClickAsync();
        await reviewer.Field("vraag[0].tekst").FillAsync("Hoeveel mensen komen er?");
        await reviewer.FollowAsync("Geef de zaak door aan een collega");
        await reviewer.BackAsync();
        await reviewer.PressAsync("Bewaar en ga later verder");
        Assert.Equal(200, reviewer.Status);
        await Expect(reviewer.Field("vraag[0].tekst")).ToHaveValueAsync("Hoeveel mensen komen er?");
        await reviewer.LookAsync("beoordelen-vanzelf-bewaard");
    }

    // From the top of the page, as who has no mouse goes.
    private static async Task<int> TabsToAsync(Person person)
    {
        for (var tabs = 1; tabs < 100; tabs++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await person.Page.EvaluateAsync<bool>("document.activeElement.value === 'toekennen'"))
            {
                return tabs;
            }
        }

        throw new InvalidOperationException("Tab does not reach the button that grants.");
    }
}
