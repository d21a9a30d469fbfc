using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The pages of the professional, the council and the coordinator, the letter and the mails.</summary>
[Collection(PagesSite.Name)]
public sealed class OfficePagesTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";
    private const string Coordinator = "coordinator@oldenzaal.example";
    private const string Henk = "h.wiggers@raad.oldenzaal.example";
    private const string Fatma = "f.yildiz@raad.oldenzaal.example";

    [Fact]
    public async Task Pages_OfAGrantedCase_AreAccessible()
    {
        var proposal = new Proposal { Title = "Jeu de boules", Email = "boules@bewoner.example", Asked = "900" };
        var id = await site.Town.ApplyAsync(proposal);
        await using var reviewer = await site.PersonAsync(Device.Desktop);
        await reviewer.OpenAsync((await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link);
        await reviewer.LookAsync("beoordelen");
        await reviewer.PressAsync("Ken toe");
        Assert.Equal(422, reviewer.Status);
        await reviewer.LookAsync("beoordelen-fout");
        await reviewer.FillInApprovalAsync();
        await reviewer.PressAsync("Ken toe");
        await reviewer.LookAsync("beoordelen-brief");
        await reviewer.SendReadAsync();
        await reviewer.LookAsync("beoordelen-toegekend");

        await using var resident = await site.PersonAsync(Device.Phone);
        var link = (await site.Host.Post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}")).Link;
        await Eventually.FindAsync("the letter", async () =>
        {
            await resident.OpenAsync(link);
            return await resident.Page.GetByText("Uw brief").CountAsync() > 0 ? resident : null;
        });
        await resident.LookAsync("status-toegekend");
        await resident.ArriveAsync(() => resident.Page.Locator("a[href$='/brief/1']").ClickAsync());

        // A letter is served as a document in which no script runs, not even a tester's: what it says is looked at beside it.
        await resident.OpenBesideAsync(await resident.Page.ContentAsync());
        await resident.LookAsync("brief");
    }

    [Fact]
    public async Task Pages_OfTheCouncil_AreAccessible()
    {
        var proposal = new Proposal { Title = "Escape room in het museum", Email = "escape@bewoner.example", Asked = "8.000" };
        var id = await site.Town.ApplyAsync(proposal);
        await site.Town.ApproveAsync(Reviewer, id, "8000");
        await using var member = await site.PersonAsync(Device.Phone);
        await member.OpenAsync((await site.Host.Post.WaitForAsync(Henk, proposal.Title)).Link);
        await member.LookAsync("meekijken");
        await member.Field("reden").FillAsync("Dit gaat de hele wijk aan.");
        await member.PressAsync("Ik wil dit in de raad bespreken");
        await member.LookAsync("meekijken-gevraagd");
        await site.Town.FollowAsync(Fatma, proposal.Title, "Ik wil dit in de raad bespreken", Decisions.CallIn);

        await using var coordinator = await site.PersonAsync(Device.Desktop);
        await coordinator.OpenAsync((await site.Host.Post.WaitForAsync(Coordinator, $"({id})")).Link);
        await coordinator.LookAsync("raadsbesluit");
        await coordinator.PressAsync("Leg het besluit vast");
        Assert.Equal(422, coordinator.Status);
        await Expect(coordinator.Page.Locator("#fouten")).ToBeFocusedAsync();
        await coordinator.LookAsync("raadsbesluit-fout");
    }

    [Fact]
    public async Task Mails_ToEverybody_AreAccessible()
    {
        var proposal = new Proposal { Title = "Buurtfeest", Email = "buurtfeest@bewoner.example" };
        var id = await site.Town.ApplyAsync(proposal);
        await site.Town.AskAsync(Reviewer, id, "Wie ruimt er op?");
        MailSeen[] mails =
        [
            await site.Host.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag"),
            await site.Host.Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen"),
            await site.Host.Post.WaitForAsync(proposal.Email, $"Vraag over uw initiatief {id}"),
            await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}"),
        ];
        await using var reader = await site.PersonAsync(Device.Phone);
        foreach (var (number, mail) in mails.Index())
        {
            await reader.OpenBesideAsync(mail.Html!);
            await reader.LookAsync($"mail-{number + 1}");
        }
    }
}
