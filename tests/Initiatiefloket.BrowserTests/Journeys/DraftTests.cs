using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>A form that is not finished in one go.</summary>
[Collection(JourneysSite.Name)]
public sealed class DraftTests(LoketSite site)
{
    private static readonly Proposal Moestuin = new() { Title = "Moestuin achter de kerk", Email = "moestuin@bewoner.example" };

    [Fact]
    public async Task BackAndForward_OnEveryPage_KeepWhatWasTyped()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenFormAsync();
        var typed = new List<Dictionary<string, string>>();
        foreach (var _ in Form.Steps.SkipLast(1))
        {
            await resident.FillInAsync(Moestuin);
            typed.Add(await resident.ValuesAsync());
            await resident.PressAsync("Verder");
        }

        foreach (var before in Enumerable.Reverse(typed))
        {
            await resident.PressAsync("Vorige stap");
            Assert.Equal(before, await resident.ValuesAsync());
        }

        await resident.BackAsync();
        await resident.BackAsync();
        Assert.Contains(Moestuin.Partners, (await resident.ValuesAsync()).Values.Concat(typed[1].Values));
        foreach (var after in typed)
        {
            await resident.OpenAsync(resident.AddressOf(Form.Steps[typed.IndexOf(after)]));
            Assert.Equal(after, await resident.ValuesAsync());
        }
    }

    [Fact]
    public async Task Later_ByMailedLink_GoesOnElsewhereAndEndsTheOldLink()
    {
        await using var phone = await site.PersonAsync(Device.Phone);
        await phone.FillInUntilAsync(Form.Where, Moestuin);
        var begun = phone.Page.Url;
        await phone.FillInAsync(("deelnemers", "12"));
        await phone.PressAsync("Bewaar en ga later verder");
        await phone.LookAsync("later-verder");
        await phone.PressAsync("Stuur mij een mail");
        Assert.Equal(422, phone.Status);
        await phone.LookAsync("later-verder-fout");
        await phone.FillInAsync(("email", Moestuin.Email));
        await phone.PressAsync("Stuur mij een mail");
        await phone.LookAsync("later-verder-gemaild");
        var first = (await site.Host.Post.WaitForAsync(Moestuin.Email, "Ga verder")).Link;

        await using var desktop = await site.PersonAsync(Device.Desktop);
        await desktop.OpenAsync(first);
        await desktop.LookAsync("verder-in-andere-browser");
        await desktop.PressAsync("Ga hier verder");
        await desktop.LookAsync("verder-op-ander-apparaat");
        await desktop.FollowAsync("Ga verder");
        await desktop.OpenAsync(desktop.AddressOf(Form.Where));
        await Expect(desktop.Field("deelnemers")).ToHaveValueAsync("12");

        await desktop.PressAsync("Bewaar en ga later verder");
        await desktop.PressAsync("Stuur mij een mail");
        var second = (await site.Host.Post.WaitForAsync(Moestuin.Email, "Ga verder", number: 2)).Link;
        await desktop.OpenAsync(second);
        Assert.Equal(200, desktop.Status);
        await phone.OpenAsync(first);
        Assert.Equal(410, phone.Status);
        await phone.LookAsync("oude-link");
        await phone.OpenAsync(begun);
        Assert.Equal(403, phone.Status);
        await phone.LookAsync("formulier-van-andere-browser");
        await phone.PressAsync("Stuur een mail om verder te gaan");
        await phone.LookAsync("formulier-mail-gevraagd");
    }

    [Fact]
    public async Task TwoTabs_OnePageInBoth_TheLaterOneIsTold()
    {
        await using var one = await site.PersonAsync(Device.Phone);
        await one.FillInUntilAsync(Form.Where, Moestuin);
        var other = await one.NewTabAsync();
        await other.OpenAsync(one.Page.Url);
        await one.FillInAsync([("wijk", "de-thij"), ("plek", "Het plein")]);
        await one.PressAsync("Verder");

        await other.FillInAsync([("wijk", "zandhorst"), ("plek", "De kerk")]);
        await other.PressAsync("Verder");

        Assert.Equal(409, other.Status);
        await other.LookAsync("twee-tabbladen");
        await Expect(other.Field("plek")).ToHaveValueAsync("De kerk");
        await one.OpenAsync(one.AddressOf(Form.Where));
        await Expect(one.Field("plek")).ToHaveValueAsync("Het plein");
        await other.PressAsync("Verder");
        Assert.Equal(200, other.Status);
        await one.OpenAsync(one.AddressOf(Form.Where));
        await Expect(one.Field("plek")).ToHaveValueAsync("De kerk");
    }

    [Fact]
    public async Task Costs_WhileTyping_AreAddedUp()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenFormAsync(Form.Costs);
        var address = resident.Page.Url;
        await resident.FillInAsync([("kosten[0].omschrijving", "Eten"), ("kosten[0].bedrag", "1.250,50")]);
        await resident.Page.GetByRole(AriaRole.Button, new() { Name = "Nog een regel" }).ClickAsync();
        await Expect(resident.Field("kosten[1].omschrijving")).ToBeFocusedAsync();
        await Expect(resident.Page.Locator("fieldset.loket-cost-line legend").Last).ToHaveTextAsync("Kosten 2");
        await resident.FillInAsync([("kosten[1].omschrijving", "Zaal"), ("kosten[1].bedrag", "49,50"), ("eigengeld", "€ 100"), ("andergeld", "veel")]);

        await Expect(resident.Page.Locator("[data-total=costs]")).ToHaveTextAsync("€ 1.300,00");
        await Expect(resident.Page.Locator("[data-total=needed]")).ToHaveTextAsync("€ 1.200,00");
        await Expect(resident.Field("bedrag")).ToHaveValueAsync("1200");
        await resident.LookAsync("kosten-twee-regels");
        await resident.FillInAsync([("bedrag", "900"), ("andergeld", ""), ("kosten[1].bedrag", "50")]);
        await Expect(resident.Field("bedrag")).ToHaveValueAsync("900");
        Assert.Equal(address, resident.Page.Url);
        await resident.PressAsync("Verder");
        await resident.OpenAsync(address);
        await Expect(resident.Field("kosten[1].omschrijving")).ToHaveValueAsync("Zaal");
    }

    [Fact]
    public async Task Costs_AmountsAsPeopleTypeThem_AreReadAsTheServerReadsThem()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenFormAsync(Form.Costs);
        foreach (var (typed, cents) in TypedAmounts.All)
        {
            await resident.FillInAsync([("kosten[0].bedrag", typed)]);

            await Expect(resident.Page.Locator("[data-total=costs]")).ToHaveTextAsync(new Euro(cents).ToString());
        }
    }

    [Fact]
    public async Task Documents_AddedAndRemoved_AreListed()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenFormAsync(Form.Documents);
        await resident.Page.SetInputFilesAsync("[name=bestand]", [Form.Pdf("begroting.pdf"), Form.Pdf("tekening.pdf")]);
        await resident.PressAsync("Voeg toe");
        await Expect(resident.Page.Locator(".loket-documents li")).ToHaveCountAsync(2);

        await resident.PressAsync("Verwijder begroting.pdf");

        await Expect(resident.Page.Locator(".loket-documents li")).ToHaveCountAsync(1);
        await Expect(resident.Page.Locator(".loket-documents")).ToContainTextAsync("tekening.pdf");
    }
}
