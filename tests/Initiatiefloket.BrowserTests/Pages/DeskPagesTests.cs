using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
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

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Letter_ThatDidNotArrive_IsATaskOnThePage(int width)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"Kom niet aan {width}", Email = $"komtnietaan{width}@bewoner.example" });
        await site.Town.DeclineAsync(Reviewer, id);
        var mail = await site.Host.Post.WaitForAsync($"komtnietaan{width}@bewoner.example", $"Besluit over uw initiatief {id}");
        await Eventually.FindAsync("the mail to be remembered", async () => await BounceAsync(id) ? mail : null);
        var links = site.Host.Services.GetRequiredService<LinkMaker>();

        await using var coordinator = await site.PersonAsync(Device.Of(width));
        await coordinator.OpenAsync((await links.NewAsync(LinkPurpose.Desk, id, Actor.Coordinator, round: 0, CancellationToken.None)).AbsoluteUri);
        await Expect(coordinator.Page.Locator(".loket-notice-title").First).ToHaveTextAsync("De mail met het besluit is niet aangekomen");
        await coordinator.LookAsync("zaak-niet-bezorgd");
        await coordinator.OpenAsync((await links.NewOverviewAsync(Actor.Coordinator, CancellationToken.None)).AbsoluteUri);
        await coordinator.PressAsync("Mail mij een code");
        await coordinator.Field("bevestigingscode").FillAsync(await site.Town.NewestCodeAsync("coordinator@oldenzaal.example"));
        await coordinator.PressAsync("Open het overzicht");
        await coordinator.LookAsync("zaken-niet-bezorgd");
    }

    // As SendGrid tells that nobody has the mailbox.
    private Task<bool> BounceAsync(string id) => site.Host.Services.GetRequiredService<MailEvents>().TakeAsync(
        [new MailEvent { Event = "bounce", Type = "bounce", CaseId = id, Step = "decision", Timestamp = site.Clock.GetUtcNow().ToUnixTimeSeconds() }],
        CancellationToken.None);
}
