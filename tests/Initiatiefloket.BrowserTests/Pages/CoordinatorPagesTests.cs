using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>What stands behind the coordinator's list: a case, the pot, an application that is entered.</summary>
[Collection(PagesSite.Name)]
public sealed class CoordinatorPagesTests(LoketSite site)
{
    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Pages_BehindTheList_AreAccessible(int width)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"Bankje {width}", Email = $"bankje{width}@bewoner.example", Asked = "900" });
        await site.Host.Post.WaitForAsync("e.kamphuis@oldenzaal.example", id);
        await using var coordinator = await site.PersonAsync(Device.Of(width));
        var link = (await site.Host.Services.GetRequiredService<LinkMaker>().NewOverviewAsync(Actor.Coordinator, CancellationToken.None)).AbsoluteUri;
        await coordinator.OpenAsync(link);
        await coordinator.PressAsync("Mail mij een code");
        await coordinator.Field("bevestigingscode").FillAsync(await site.Town.NewestCodeAsync("coordinator@oldenzaal.example"));
        await coordinator.PressAsync("Open het overzicht");

        await coordinator.FollowAsync("De pot");
        await coordinator.LookAsync("pot");
        await coordinator.FollowAsync("Terug naar de lijst");
        await coordinator.FollowAsync("Voer een aanvraag in");
        await coordinator.LookAsync("invoeren");
        await coordinator.PressAsync("Voer de aanvraag in");
        Assert.Equal(422, coordinator.Status);
        await coordinator.LookAsync("invoeren-fout");

        await coordinator.OpenAsync($"{link}?zoek={id}");
        await coordinator.FollowAsync($"Bankje {width}");
        await coordinator.LookAsync("zaak");
        var (left, right) = (await TopOfAsync(coordinator, "#aanvraag"), await TopOfAsync(coordinator, "#acties"));

        // Beside each other on a wide screen, where the application begins above the end of what can be done; below each other on a phone.
        var bottom = right + await coordinator.Page.EvaluateAsync<int>("document.querySelector('#acties').offsetHeight");
        Assert.Equal(width == Device.Desktop.Width, left < bottom);
        await coordinator.FollowAsync("Terug naar de lijst");
        Assert.EndsWith($"?zoek={id}", coordinator.Page.Url, StringComparison.Ordinal);
    }

    private static Task<int> TopOfAsync(Person person, string part) =>
        person.Page.EvaluateAsync<int>($"Math.round(document.querySelector('{part}').getBoundingClientRect().top + scrollY)");
}
