using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The coordinator's page of one case.</summary>
[Collection(PagesSite.Name)]
public sealed class DeskPagesTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";

    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Pages_OfTheDesk_AreAccessible(int width)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"Repaircafé in de bibliotheek {width}", Email = $"repaircafe{width}@bewoner.example" });
        await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}");
        var link = await site.Host.Services.GetRequiredService<LinkMaker>()
            .NewAsync(LinkPurpose.Desk, id, Actor.Coordinator, round: 0, CancellationToken.None);

        await using var coordinator = await site.PersonAsync(Device.Of(width));
        await coordinator.OpenAsync(link.AbsoluteUri);
        await coordinator.LookAsync("zaak");
        await coordinator.PressAsync("Verleng tot en met 23 juni 2026");
        Assert.Equal(422, coordinator.Status);
        await Expect(coordinator.Page.Locator("#fouten")).ToBeFocusedAsync();
        await coordinator.LookAsync("zaak-fout");
        await coordinator.Field("reden").FillAsync("Wij wachten op een advies.");
        await coordinator.PressAsync("Verleng tot en met 23 juni 2026");
        await coordinator.LookAsync("zaak-verlengd");
    }
}
