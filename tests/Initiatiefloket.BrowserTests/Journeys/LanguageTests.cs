using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>The journey in English.</summary>
[Collection(JourneysSite.Name)]
public sealed class LanguageTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";

    public static TheoryData<int> Widths => Device.Widths;

    [Fact]
    public async Task Apply_InAnEnglishBrowser_IsInEnglishUntilTheStatusPage()
    {
        var proposal = new Proposal { Email = "english@bewoner.example", Title = "Cooking together", Asked = "1,200.00" };
        await using var resident = await site.PersonAsync(Device.Phone, options => options.Locale = "en-GB");
        await resident.OpenAsync("/");
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await resident.LookAsync("en-start");
        await resident.FollowAsync("Start your application");
        foreach (var step in Form.Steps.SkipLast(1))
        {
            await resident.FillInAsync(proposal);
            if (step == Form.Costs)
            {
                await Expect(resident.Page.Locator("[data-total=costs]")).ToHaveTextAsync("€1,200.00");
                await resident.LookAsync("en-kosten");
            }

            await resident.ArriveAsync(() => resident.Page.Locator(".utrecht-button-group button").First.ClickAsync());
        }

        await resident.LookAsync("en-controleren");
        await resident.FillInAsync(proposal);
        await resident.ArriveAsync(() => resident.Page.Locator(".utrecht-button-group button").First.ClickAsync());
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "Confirm your application")).Link);
        await resident.ArriveAsync(() => resident.Page.Locator("main form button").First.ClickAsync());
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "received")).Link);
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await resident.LookAsync("en-status");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Letter_OfWhoAppliedInEnglish_HasATranslationThatIsAccessible(int width)
    {
        var proposal = new Proposal { Title = $"Letter in English {width}", Email = $"letter{width}@bewoner.example" };
        var id = await site.Town.ApplyInEnglishAsync(proposal);
        await site.Town.ApproveAsync(Reviewer, id, "1.000");
        await using var resident = await site.PersonAsync(Device.Of(width), options => options.Locale = "en-GB");
        var link = (await site.Host.Post.WaitForAsync(proposal.Email, $"Decision on your initiative {proposal.Title} ({id})")).Link;
        await Eventually.FindAsync("the letter", async () =>
        {
            await resident.OpenAsync(link);
            return await resident.Page.GetByText("Translation in English").CountAsync() > 0 ? resident : null;
        });
        await resident.LookAsync("en-status-brief");
        await resident.ArriveAsync(() => resident.Page.Locator("a[href$='/brief/1/vertaling']").ClickAsync());
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        // As with the letter itself: no script runs in it, so that it is looked at beside it.
        await resident.OpenBesideAsync(await resident.Page.ContentAsync());
        await resident.LookAsync("en-brief");
    }

    [Fact]
    public async Task Switch_ToTheOtherLanguage_IsRemembered()
    {
        await using var resident = await site.PersonAsync(Device.Desktop);
        await resident.OpenAsync("/");
        await resident.FollowAsync("English");
        await resident.OpenAsync("/kom-ik-in-aanmerking");
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await resident.FollowAsync("Nederlands");
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "nl");
    }
}
