using Initiatiefloket.Assignment;
using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The overview of a reviewer and of the coordinator, and the part of the review page in which somebody is involved.</summary>
[Collection(PagesSite.Name)]
public sealed class OverviewPagesTests(LoketSite site)
{
    private const string Reviewer = "b.oudeluttikhuis@oldenzaal.example";

    [Fact]
    public async Task Overview_OfAReviewer_IsAccessibleAndOpensACase()
    {
        var runs = await ApplyAsync("Repaircafé in de wijk");
        var over = await ApplyAsync("Leren solliciteren");
        await site.Town.DeclineAsync(Reviewer, over);
        await site.Host.Post.WaitForAsync(Reviewer, runs);
        var link = await OverviewLinkAsync(Actor.Reviewer("werk"));
        await using var reviewer = await site.PersonAsync(Device.Phone);
        await reviewer.OpenAsync(link);
        await reviewer.LookAsync("overzicht-dicht");
        await TypeCodeAsync(reviewer, Reviewer);

        await Eventually.FindAsync("the end of the case", async () =>
        {
            await reviewer.OpenAsync(link);
            return await reviewer.Page.GetByText("Afgewezen, op").CountAsync() > 0 ? reviewer : null;
        });
        await reviewer.LookAsync("overzicht");
        await reviewer.Page.GetByText("Meld dat u afwezig bent").ClickAsync();
        await reviewer.LookAsync("overzicht-afwezig");
        await reviewer.PressAsync("Meld afwezig");
        Assert.Equal(422, reviewer.Status);
        await Expect(reviewer.Page.Locator("#fouten")).ToBeFocusedAsync();
        await reviewer.LookAsync("overzicht-fout");

        await reviewer.OpenAsync($"{link}/afgerond/{new PlaceAmongEnded(DateTimeOffset.MaxValue, "0").Key}");
        await reviewer.LookAsync("overzicht-afgerond");
        await reviewer.OpenAsync(link);
        await reviewer.FollowAsync("Repaircafé in de wijk");
        await reviewer.Page.GetByText("Ik ben betrokken bij dit initiatief").ClickAsync();
        await reviewer.LookAsync("beoordelen-betrokken");
        await reviewer.FillInAsync([("betrokken", "true")]);
        await reviewer.PressAsync("Ik ben betrokken, geef de zaak over");
        await Expect(reviewer.Page.GetByText("Overgedragen aan")).ToBeVisibleAsync();
        await reviewer.LookAsync("beoordelen-overgedragen");
    }

    [Fact]
    public async Task Overview_OfTheCoordinator_IsAccessible()
    {
        await ApplyAsync("Naaiatelier");
        await using var coordinator = await site.PersonAsync(Device.Desktop);
        await coordinator.OpenAsync("/link-kwijt");
        await coordinator.Field("email").FillAsync("coordinator@oldenzaal.example");
        await coordinator.PressAsync("Stuur mij een mail");

        await coordinator.OpenAsync((await site.Host.Post.WaitForAsync("coordinator@oldenzaal.example", "Uw initiatieven")).Link);
        await TypeCodeAsync(coordinator, "coordinator@oldenzaal.example");

        await coordinator.OpenAsync($"{coordinator.Page.Url}?zoek=naaiatelier");
        await Expect(coordinator.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Naaiatelier" })).ToBeVisibleAsync();
        await coordinator.LookAsync("overzicht-coordinator");
    }

    private async Task<string> OverviewLinkAsync(Actor person) =>
        (await site.Host.Services.GetRequiredService<LinkMaker>().NewOverviewAsync(person, CancellationToken.None)).AbsoluteUri;

    private async Task TypeCodeAsync(Person person, string email)
    {
        await person.PressAsync("Mail mij een code");
        await person.LookAsync("overzicht-code");
        await person.Field("bevestigingscode").FillAsync(await site.Town.NewestCodeAsync(email));
        await person.PressAsync("Open het overzicht");
    }

    private async Task<string> ApplyAsync(string title)
    {
        var proposal = new Proposal { Title = title, Email = $"{title.Split(' ')[0].ToLowerInvariant().Replace('é', 'e')}@bewoner.example", Theme = "werk-en-ondernemen" };
        var id = await site.Town.ApplyAsync(proposal);
        await site.Host.Post.WaitForAsync(Reviewer, id);
        return id;
    }
}
