using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>The same journey in a browser that runs no scripts.</summary>
[Collection(JourneysSite.Name)]
public sealed class WithoutScriptTests(LoketSite site)
{
    [Fact]
    public async Task Apply_WithoutJavaScript_EndsAtTheStatusPage()
    {
        var proposal = new Proposal { Title = "Zonder script", Email = "zonder.script@bewoner.example" };
        await using var resident = await site.PersonAsync(Device.Phone, options => options.JavaScriptEnabled = false);
        await resident.OpenAsync("/");
        await resident.FollowAsync("Begin met uw aanvraag");
        foreach (var _ in Form.Steps.SkipLast(1))
        {
            await resident.FillInAsync(proposal);
            await resident.PressAsync("Verder");
        }

        await resident.FillInAsync(proposal);
        await resident.PressAsync("Verstuur uw aanvraag");
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link);
        await resident.PressAsync("Bevestig en verstuur");
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "ontvangen")).Link);

        await Expect(resident.Page.Locator(".loket-timeline")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Costs_WithoutJavaScript_AreAddedUpByTheServer()
    {
        await using var resident = await site.PersonAsync(Device.Phone, options => options.JavaScriptEnabled = false);
        await resident.OpenFormAsync(Form.Costs);
        await resident.FillInAsync([("kosten[0].omschrijving", "Eten"), ("kosten[0].bedrag", "500"), ("eigengeld", "100")]);

        await resident.PressAsync("Nog een regel");

        await Expect(resident.Page.Locator("[data-total=costs]")).ToHaveTextAsync("€ 500,00");
        await Expect(resident.Page.Locator("[data-total=needed]")).ToHaveTextAsync("€ 400,00");
        await Expect(resident.Page.Locator("fieldset.loket-cost-line")).ToHaveCountAsync(2);
    }
}
