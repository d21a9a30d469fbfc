using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.BrowserTests.Journeys;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>Every page that shows labels with values, a budget or documents: each value stands with its own label, each action with what it changes.</summary>
[Collection(PagesSite.Name)]
public sealed class SummaryPagesTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";
    private const string Henk = "h.wiggers@raad.oldenzaal.example";
    private const string Fatma = "f.yildiz@raad.oldenzaal.example";
    private const string Coordinator = "coordinator@oldenzaal.example";

    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task PagesOfAResident_ShowEachValueWithItsLabel(int width)
    {
        var proposal = new Proposal { Title = $"Zwerfboekenkast {width}", Email = $"boeken{width}@bewoner.example" };
        await using var resident = await site.PersonAsync(Device.Of(width));
        await resident.OpenAsync("/");
        await resident.Page.DemandInPlaceAsync("start");
        await resident.FillInUntilAsync(Form.Check, proposal);
        await resident.FollowAsync("Voeg toe Documenten");
        await resident.Page.SetInputFilesAsync("[name=bestand]", [Form.Pdf("plan.pdf"), Form.Pdf("een-heel-lange-naam-van-een-begroting-voor-de-boekenkast.pdf")]);
        await resident.PressAsync("Voeg toe");
        await resident.Page.DemandInPlaceAsync("documenten");
        await resident.PressAsync("Verder");
        Assert.InRange(await resident.Page.DemandInPlaceAsync("controleren"), 10, 30);
        await Expect(resident.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Wijzig ") })).ToHaveCountAsync(5);
        await resident.FillInAsync(proposal);
        await resident.PressAsync(Proposal.SendButton);
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link);
        Assert.NotEqual(0, await resident.Page.DemandInPlaceAsync("bevestigen"));
        await resident.PressAsync("Bevestig en verstuur");
        var id = await resident.Page.Locator("main strong").First.TextContentAsync();
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, $"{id}")).Link);
        Assert.NotEqual(0, await resident.Page.DemandInPlaceAsync("status"));
        await site.Town.AskAsync(Reviewer, id!, "Hoeveel boeken?");
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "Vraag over")).Link);
        await resident.FollowAsync("Beantwoord de vraag");
        await resident.Page.DemandInPlaceAsync("antwoord");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task PagesOfTheOffice_ShowEachValueWithItsLabel(int width)
    {
        var proposal = new Proposal { Title = $"Fontein {width}", Email = $"fontein{width}@bewoner.example", Asked = "8.000" };
        var id = await site.Town.ApplyAsync(proposal);
        await using var person = await site.PersonAsync(Device.Of(width));
        await person.OpenAsync((await site.Host.Post.WaitForAsync(Reviewer, id)).Link);
        Assert.NotEqual(0, await person.Page.DemandInPlaceAsync("beoordelen"));
        var desk = await site.Host.Services.GetRequiredService<LinkMaker>().NewAsync(LinkPurpose.Desk, id, Actor.Coordinator, round: 0, CancellationToken.None);
        await person.OpenAsync(desk.AbsoluteUri);
        Assert.NotEqual(0, await person.Page.DemandInPlaceAsync("zaak"));
        await site.Town.ApproveAsync(Reviewer, id, "8000");
        await person.OpenAsync((await site.Host.Post.WaitForAsync(Henk, proposal.Title)).Link);
        Assert.NotEqual(0, await person.Page.DemandInPlaceAsync("meekijken"));
        await site.Town.FollowAsync(Henk, proposal.Title, "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await site.Town.FollowAsync(Fatma, proposal.Title, "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await person.OpenAsync((await site.Host.Post.WaitForAsync(Coordinator, $"({id})")).Link);
        Assert.NotEqual(0, await person.Page.DemandInPlaceAsync("raadsbesluit"));
    }
}
