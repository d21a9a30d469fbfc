using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>Asking for more time and answering, at the desk, on the applicant's page and on the page to decide.</summary>
[Collection(PagesSite.Name)]
public sealed class MoreTimePagesTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";

    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Pages_AskedByTheMunicipality_AreAccessible(int width)
    {
        var proposal = new Proposal { Title = $"Meer tijd {width}", Email = $"meertijd{width}@bewoner.example" };
        var id = await site.Town.ApplyAsync(proposal);
        await using var coordinator = await site.PersonAsync(Device.Of(width));
        await coordinator.OpenAsync((await site.Host.Services.GetRequiredService<LinkMaker>()
            .NewAsync(LinkPurpose.Desk, id, Actor.Coordinator, round: 0, CancellationToken.None)).AbsoluteUri);
        await coordinator.PressAsync("Vraag om meer tijd");
        Assert.Equal(422, coordinator.Status);
        await Expect(coordinator.Page.Locator("#fouten")).ToBeFocusedAsync();
        await FillAsync(coordinator);
        await coordinator.PressAsync("Vraag om meer tijd");
        await coordinator.LookAsync("zaak-meer-tijd");

        await using var resident = await site.PersonAsync(Device.Of(width));
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, $"Mogen wij meer tijd nemen voor uw aanvraag {id}?")).Link);
        await resident.LookAsync("status-meer-tijd");
        await resident.PressAsync("Verstuur mijn antwoord");
        Assert.Equal(422, resident.Status);
        await resident.LookAsync("meer-tijd-fout");
        await resident.Page.GetByLabel("Ja, ik ga ermee akkoord").CheckAsync();
        await resident.PressAsync("Verstuur mijn antwoord");
        await resident.LookAsync("status-meer-tijd-gegeven");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Pages_AskedByTheApplicant_AreAccessible(int width)
    {
        var proposal = new Proposal { Title = $"Zelf meer tijd {width}", Email = $"zelfmeertijd{width}@bewoner.example" };
        var id = await site.Town.ApplyAsync(proposal);
        var review = (await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link;
        await using var resident = await site.PersonAsync(Device.Of(width));
        var status = (await site.Host.Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link;
        await resident.OpenAsync($"{status}/meer-tijd");
        await resident.LookAsync("meer-tijd-vragen");
        await FillAsync(resident);
        await resident.PressAsync("Vraag om meer tijd");
        await resident.LookAsync("status-meer-tijd-gevraagd");
        await resident.OpenAsync($"{status}/meer-tijd");
        await resident.LookAsync("meer-tijd-intrekken");

        await using var reviewer = await site.PersonAsync(Device.Of(width));
        await reviewer.OpenAsync(review);
        await reviewer.PressAsync("Antwoord de aanvrager");
        Assert.Equal(422, reviewer.Status);
        await reviewer.LookAsync("beoordelen-meer-tijd-fout");
        await reviewer.OpenAsync(review);
        await reviewer.LookAsync("beoordelen-meer-tijd");
    }

    private static async Task FillAsync(Person person)
    {
        await person.Field("tijd-tot.day").FillAsync("1");
        await person.Field("tijd-tot.month").FillAsync("4");
        await person.Field("tijd-tot.year").FillAsync("2026");
        await person.Field("tijd-reden").FillAsync("De zaal is dan weer open.");
    }
}
