using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>What the applicant does on the page of their own.</summary>
[Collection(JourneysSite.Name)]
public sealed class AfterSendingTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";

    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Question_AnsweredInTwoSittings_IsSent(int width)
    {
        var proposal = new Proposal { Title = $"Vraag {width}", Email = $"vraag{width}@bewoner.example" };
        var id = await site.Town.ApplyAsync(proposal);
        await site.Town.AskAsync(Reviewer, id, "Hoeveel buren doen er mee?");
        var link = (await site.Host.Post.WaitForAsync(proposal.Email, $"Vraag over uw initiatief {id}")).Link;

        await using (var resident = await site.PersonAsync(Device.Of(width)))
        {
            await resident.OpenAsync(link);
            await resident.LookAsync("status-met-vraag");
            await resident.FollowAsync("Beantwoord de vraag");
            await resident.LookAsync("vraag");
            await resident.PressAsync("Verstuur antwoorden");
            Assert.Equal(422, resident.Status);
            await Expect(resident.Page.Locator("#fouten")).ToBeFocusedAsync();
            await resident.LookAsync("vraag-fout");
            await resident.Page.Locator("main textarea").FillAsync("Ongeveer twaalf");
            await resident.PressAsync("Bewaar en ga later verder");
            await resident.LookAsync("vraag-bewaard");
        }

        await using var later = await site.PersonAsync(Device.Of(width));
        await later.OpenAsync(link);
        await later.FollowAsync("Beantwoord de vraag");
        await Expect(later.Page.Locator("main textarea")).ToHaveValueAsync("Ongeveer twaalf");
        await later.Page.Locator("main textarea").FillAsync("Twaalf buren uit de straat.");
        await later.Page.Locator("main input[type=file]").SetInputFilesAsync(Form.Pdf("buren.pdf"));
        await later.PressAsync("Verstuur antwoorden");
        await Expect(later.Page.GetByText("Twaalf buren uit de straat.")).ToBeVisibleAsync();
        await later.LookAsync("vraag-beantwoord");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Mail_ThatDidNotCome_IsSentAgainAndAskedAbout(int width)
    {
        var proposal = new Proposal { Title = $"Verkeerd adres {width}", Email = $"verkeerd{width}@gmial.com" };
        await using var resident = await site.PersonAsync(Device.Of(width));
        await resident.FillInUntilAsync(Form.Check, proposal);
        await resident.FillInAsync(proposal);
        await resident.PressAsync(Proposal.SendButton);
        await Expect(resident.Page.GetByText($"verkeerd{width}@gmail.com")).ToBeVisibleAsync();
        await resident.LookAsync("verstuurd-adres");
        await resident.PressAsync("Stuur de mail opnieuw");

        await site.Host.Post.WaitForAsync($"verkeerd{width}@gmial.com", "Bevestig uw aanvraag", number: 2);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Withdraw_WithAReason_IsSaidOnThePage(int width)
    {
        var proposal = new Proposal { Title = $"Stoppen {width}", Email = $"stoppen{width}@bewoner.example" };
        await using var resident = await OpenStatusAsync(proposal, Device.Of(width));
        await resident.FollowAsync("Aanvraag intrekken");
        await resident.LookAsync("intrekken");
        await resident.Page.Locator("main input[type=radio]").First.CheckAsync();
        await resident.PressAsync("Ja, trek mijn aanvraag in");
        await Expect(resident.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Aanvraag intrekken" })).ToHaveCountAsync(0);
        await resident.LookAsync("ingetrokken");
        await resident.PressAsync("Vraag opnieuw aan met deze tekst");
        await Expect(resident.Field("titel")).ToHaveValueAsync(proposal.Title);
    }

    [Fact]
    public async Task Contact_NewAddress_CountsOnceBothAddressesConfirmedIt()
    {
        var proposal = new Proposal { Title = "Verhuizen", Email = "oud@bewoner.example" };
        await using var resident = await OpenStatusAsync(proposal, Device.Phone);
        await resident.FollowAsync("Uw naam, e-mailadres of telefoonnummer wijzigen");
        await resident.LookAsync("gegevens");
        await resident.FillInAsync([("naam", ""), ("email", "geen adres"), ("telefoon", "bel maar")]);
        await resident.PressAsync("Bewaar mijn gegevens");
        Assert.Equal(422, resident.Status);
        await resident.LookAsync("gegevens-fout");
        await resident.FillInAsync([("naam", "Truus Wolters"), ("email", "nieuw@bewoner.example"), ("telefoon", "")]);
        await resident.PressAsync("Bewaar mijn gegevens");
        await resident.LookAsync("gegevens-bewaard");

        var formerPage = resident.Page.Url;
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await resident.OpenAsync((await site.Host.Post.WaitForAsync("nieuw@bewoner.example", "Bevestig")).Link);
        await resident.LookAsync("nieuw-adres");
        await resident.PressAsync("Bevestig dit adres");
        await resident.LookAsync("nieuw-adres-bevestigd");
        var told = await site.Host.Post.WaitForAsync(proposal.Email, "Wilt u uw gegevens wijzigen?");
        await resident.OpenAsync(told.Links[1]);
        await resident.LookAsync("dit-was-ik-niet");
        await resident.OpenAsync(told.Link);
        await resident.LookAsync("wijziging");
        await resident.PressAsync("Ja, dit klopt");
        Assert.Equal(422, resident.Status);
        await resident.LookAsync("wijziging-fout");
        await resident.FillInAsync([("zelf", "true")]);
        await resident.PressAsync("Ja, dit klopt");
        await resident.LookAsync("wijziging-bevestigd");
        await resident.OpenAsync(formerPage);
        Assert.Equal(410, resident.Status);
        await resident.LookAsync("vorig-adres");
    }

    [Fact]
    public async Task Mails_Fewer_CanBeChosen()
    {
        await using var resident = await OpenStatusAsync(new Proposal { Title = "Minder mail", Email = "minder@bewoner.example" }, Device.Phone);
        await resident.FollowAsync("Kiezen welke mails u krijgt");
        await resident.LookAsync("mails");
        await resident.Page.GetByLabel("Alleen als ik iets moet doen").CheckAsync();
        await resident.PressAsync("Bewaar mijn keuze");
        Assert.Equal(200, resident.Status);
    }

    private async Task<Person> OpenStatusAsync(Proposal proposal, Device device)
    {
        var id = await site.Town.ApplyAsync(proposal);
        var resident = await site.PersonAsync(device);
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link);
        return resident;
    }
}
