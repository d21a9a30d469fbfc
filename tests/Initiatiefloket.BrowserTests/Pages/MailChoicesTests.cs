using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Mail;
using Initiatiefloket.Testing;
using Initiatiefloket.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>Three buttons in a mail, as a phone shows them.</summary>
[Collection(PagesSite.Name)]
public sealed class MailChoicesTests(LoketSite site)
{
    private static readonly Uri Link = new("https://loket.example/beoordelen/AbC-_123456789012345678");

    [Fact]
    public async Task Buttons_OnAPhone_AreLargeEnoughAndTakeTwoRows()
    {
        var choices = new MailBlock.Choices(new("Toekennen", Link), new("Vraag stellen", Link), new("Afwijzen", Link));
        var html = await site.Host.Services.GetRequiredService<HtmlPages>().RenderAsync<MailPage>(new { Mail = new MailMessage("Beslis over een initiatief", choices) });
        await using var reviewer = await site.PersonAsync(Device.Phone);

        await reviewer.OpenBesideAsync(html);

        var boxes = new List<Microsoft.Playwright.LocatorBoundingBoxResult>();
        foreach (var button in await reviewer.Page.Locator("a[href*='beoordelen']").AllAsync())
        {
            boxes.Add((await button.BoundingBoxAsync())!);
        }

        Assert.Equal(3, boxes.Count);
        Assert.All(boxes, box => Assert.InRange(box.Height, 44, 60));
        Assert.Equal(2, boxes.Select(box => box.Y).Distinct().Count());
        await reviewer.LookAsync("mail-keuzes");
    }

    [Fact]
    public async Task Invitation_OnAPhone_HasItsButtonsOnTheFirstScreen()
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = "Buurttuin", Email = "buurttuin@bewoner.example" });
        var mail = await site.Host.Post.WaitForAsync("e.kamphuis@oldenzaal.example", id);
        await using var reviewer = await site.PersonAsync(Device.Phone);

        await reviewer.OpenBesideAsync(mail.Html!);
        await reviewer.LookAsync("mail-beslissen");

        var last = (await reviewer.Page.Locator("a[href*='beoordelen']").Last.BoundingBoxAsync())!;
        Assert.InRange(last.Y + last.Height, 0, Device.Phone.Height);
    }
}
