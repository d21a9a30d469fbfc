using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Demo;
using Initiatiefloket.EndToEndTests.Hosting;
using Initiatiefloket.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.EndToEndTests.Browser;

/// <summary>One proposal from the start page to the decision, in a real browser.</summary>
[Collection(BesideTheKills.Name)]
public sealed class SmokeTests(LoketFixture loket) : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [Fact]
    public async Task Proposal_InABrowser_GoesFromTheStartPageToTheDecision()
    {
        var proposal = Residents.With("bankje bij de vijver");
        await using var resident = await PersonAsync(Device.Phone);
        await using var professional = await PersonAsync(Device.Desktop);

        await ApplyAsync(resident, proposal);
        var id = await resident.Page.Locator("strong").First.TextContentAsync();
        await DecideAsync(professional, id!);

        await resident.OpenAsync((await loket.Post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}")).Link);
        await Expect(resident.Heading).ToHaveTextAsync("U krijgt geld voor uw initiatief");
        Assert.Empty(resident.Complaints.Concat(professional.Complaints));
    }

    private async Task ApplyAsync(Person resident, Proposal proposal)
    {
        await resident.OpenAsync("/");
        await resident.FollowAsync("Begin met uw aanvraag");
        var send = resident.Page.GetByRole(AriaRole.Button, new() { Name = Proposal.SendButton, Exact = true });
        while (await send.CountAsync() == 0)
        {
            await resident.FillInAsync(proposal);
            await resident.PressAsync("Verder");
            Assert.Equal(200, resident.Status);
        }

        await resident.FillInAsync(proposal);
        await resident.PressAsync(Proposal.SendButton);
        await resident.OpenAsync((await loket.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link);
        await resident.PressAsync("Bevestig en verstuur");
    }

    private async Task DecideAsync(Person professional, string id)
    {
        await professional.OpenAsync((await loket.Post.WaitForAsync(Townspeople.Welfare, $"initiatief {id}")).Link);
        await professional.FillInApprovalAsync();
        await professional.PressAsync("Ken toe");
        await professional.SendReadAsync();
        await Expect(professional.Page.GetByText("heeft beslist")).ToBeVisibleAsync();
    }

    private async Task<Person> PersonAsync(Device device)
    {
        var options = device.Options;
        options.BaseURL = loket.Address.ToString();
        return await Person.StartAsync(await _browser.NewContextAsync(options), device);
    }
}
