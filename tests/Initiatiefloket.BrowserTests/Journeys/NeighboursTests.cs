using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>Who lost a link, and neighbours who support a plan.</summary>
[Collection(JourneysSite.Name)]
public sealed class NeighboursTests(LoketSite site)
{
    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task LostLink_OfAKnownAddress_IsMailedAndOfAnUnknownOneTheSameIsSaid(int width)
    {
        var proposal = new Proposal { Title = $"Link kwijt {width}", Email = $"kwijt{width}@bewoner.example" };
        await site.Town.ApplyAsync(proposal);
        await using var resident = await site.PersonAsync(Device.Of(width));
        await resident.OpenAsync("/");
        await resident.FollowAsync("Link kwijt?");
        await resident.LookAsync("link-kwijt");
        await resident.PressAsync("Stuur mij een mail");
        Assert.Equal(422, resident.Status);
        await Expect(resident.Page.Locator("#fouten")).ToBeFocusedAsync();
        await resident.LookAsync("link-kwijt-fout");

        await resident.FillInAsync([("email", $"onbekend{width}@bewoner.example")]);
        await resident.PressAsync("Stuur mij een mail");
        var toAStranger = await resident.Page.Locator("main").InnerTextAsync();
        await resident.OpenAsync("/link-kwijt");
        await resident.FillInAsync([("email", proposal.Email)]);
        await resident.PressAsync("Stuur mij een mail");
        Assert.Equal(toAStranger, await resident.Page.Locator("main").InnerTextAsync());
        await resident.LookAsync("link-kwijt-verstuurd");

        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "Uw initiatieven")).Link);
        await Expect(resident.Heading).ToHaveTextAsync("Wij bekijken uw aanvraag");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Support_OfANeighbour_CountsOnceItIsConfirmed(int width)
    {
        var proposal = new Proposal { Title = $"Steun {width}", Email = $"steun{width}@bewoner.example" };
        var id = await site.Town.ApplyAsync(proposal);
        await using var resident = await site.PersonAsync(Device.Of(width));
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link);
        var shared = await resident.Page.Locator("main a[href*='/steun/']").InnerTextAsync();

        await using var neighbour = await site.PersonAsync(Device.Of(width));
        await neighbour.OpenAsync(shared);
        await neighbour.LookAsync("steun");
        await Expect(neighbour.Heading).ToHaveTextAsync($"Initiatief {id}");

        await using var reviewer = await site.PersonAsync(Device.Of(width));
        await reviewer.OpenAsync((await site.Host.Post.WaitForAsync("e.kamphuis@oldenzaal.example", $"initiatief {id}")).Link);
        await reviewer.Page.GetByText("Laat buren dit lezen").ClickAsync();
        await reviewer.LookAsync("vrijgeven");
        await reviewer.Page.GetByLabel("Ik heb het gelezen: het kan zo openbaar").CheckAsync();
        await reviewer.PressAsync("Laat buren dit lezen");
        await reviewer.LookAsync("vrijgegeven");
        await neighbour.OpenAsync(shared);
        await Expect(neighbour.Heading).ToHaveTextAsync(proposal.Title);
        await neighbour.LookAsync("steun-vrijgegeven");
        await neighbour.PressAsync("Stuur mij de mail");
        Assert.Equal(422, neighbour.Status);
        await neighbour.LookAsync("steun-fout");
        await neighbour.FillInAsync([("naam", "Jan Buur"), ("straat", "Deurningerstraat"), ("email", $"buur{width}@bewoner.example")]);
        await neighbour.PressAsync("Stuur mij de mail");
        await neighbour.LookAsync("steun-gemaild");
        await neighbour.OpenAsync((await site.Host.Post.WaitForAsync($"buur{width}@bewoner.example", "Bevestig uw steun")).Link);
        await neighbour.LookAsync("steun-bevestigen");
        await neighbour.PressAsync("Ja, ik steun dit initiatief");
        await neighbour.LookAsync("steun-bevestigd");

        await resident.Page.ReloadAsync();
        await Expect(resident.Page.GetByText("1 persoon steunt dit initiatief.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Code_ThatNobodyWasSent_SaysWhatToDo()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenAsync("/code");
        await resident.LookAsync("code");
        await resident.FillInAsync([("code", "ABCD-EFGH-JKLM")]);
        await resident.PressAsync(await resident.Page.Locator("main form button").First.InnerTextAsync());
        Assert.Equal(422, resident.Status);
        await resident.LookAsync("code-fout");
    }
}
