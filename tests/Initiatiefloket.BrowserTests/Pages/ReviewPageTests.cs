using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.BrowserTests.Journeys;
using Initiatiefloket.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The page on which a professional decides.</summary>
[Collection(PagesSite.Name)]
public sealed class ReviewPageTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";

    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Decision_WithRubricKeptAndTaken_IsAccessible(int width)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"Moestuin {width}", Email = $"moestuin{width}@bewoner.example", Asked = "2.600" });
        await using var reviewer = await site.PersonAsync(Device.Of(width));
        var link = (await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link;
        await reviewer.OpenAsync(link);
        await reviewer.LookAsync("beoordelen-voorbereid");
        await reviewer.OpenAsync(new Uri(link).GetLeftPart(UriPartial.Path));
        await reviewer.LookAsync("beoordelen");
        await reviewer.Page.Locator("#toekennen > summary").ClickAsync();
        await reviewer.PressAsync("Ken toe");
        Assert.Equal(422, reviewer.Status);
        await Expect(reviewer.Page.Locator("#fouten")).ToBeFocusedAsync();
        await reviewer.LookAsync("beoordelen-niets-ingevuld");

        await reviewer.FillInApprovalAsync();
        await reviewer.Page.GetByLabel("Iedereen uit de buurt kan meedoen.").CheckAsync();
        await reviewer.PressAsync("Bewaar en ga later verder");
        await Expect(reviewer.Page.GetByText("Totaal: 4,0 van 5.")).ToBeVisibleAsync();
        await reviewer.LookAsync("beoordelen-bewaard");

        await reviewer.PressAsync("Ken toe");
        await reviewer.LookAsync("beoordelen-brief");
        await reviewer.SendReadAsync();
        await reviewer.LookAsync("beoordelen-code");
        await reviewer.Field("bevestigingscode").FillAsync(await site.Town.NewestCodeAsync(Reviewer));
        await reviewer.PressAsync("Bevestig het besluit");
        await Expect(reviewer.Page.GetByText("Ellen Kamphuis heeft beslist")).ToBeVisibleAsync();
        await reviewer.LookAsync("beoordelen-besloten");
    }

    [Theory]
    [InlineData("vragen")]
    [InlineData("afwijzen")]
    public async Task Choice_OfAButtonInTheMail_IsTheOnlyOneUnfolded(string choice)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"Plan: {choice}", Email = $"{choice}@bewoner.example" });
        await using var reviewer = await site.PersonAsync(Device.Phone);

        await reviewer.OpenAsync(new Uri((await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link).GetLeftPart(UriPartial.Path) + $"?keuze={choice}");

        await Expect(reviewer.Page.Locator("details.loket-choice-part[open]")).ToHaveAttributeAsync("id", choice);
        await reviewer.LookAsync($"beoordelen-{choice}");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task SettingAside_AfterAnAnswerThatDoesNotSuffice_IsAccessible(int width)
    {
        var proposal = new Proposal { Title = $"Onvolledig {width}", Email = $"onvolledig{width}@bewoner.example" };
        var id = await site.Town.ApplyAsync(proposal);
        await site.Town.AskAsync(Reviewer, id, "Wat kost het?");
        await site.Town.AnswerAsync(proposal.Email, id, "Dat weten wij niet.");
        var link = (await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}", number: 2)).Link;
        await using var reviewer = await site.PersonAsync(Device.Of(width));

        await reviewer.OpenAsync(new Uri(link).GetLeftPart(UriPartial.Path) + "?keuze=buiten-behandeling");
        await Expect(reviewer.Page.Locator("details.loket-choice-part[open]")).ToHaveAttributeAsync("id", "buiten-behandeling");
        await reviewer.LookAsync("beoordelen-buiten-behandeling");
        await reviewer.PressAsync("Stel buiten behandeling");
        Assert.Equal(422, reviewer.Status);
        await reviewer.LookAsync("beoordelen-buiten-behandeling-fout");
        await reviewer.FillInAsync([("onvolledig", "De begroting ontbreekt.")]);
        await reviewer.PressAsync("Stel buiten behandeling");
        await reviewer.SendReadAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Buiten behandeling gesteld" })).ToBeVisibleAsync();
        await reviewer.LookAsync("beoordelen-buiten-behandeling-gesteld");
    }

    [Fact]
    public async Task Documents_OnThePage_AreShownWhenUnfoldedAndNotFetchedBefore()
    {
        var proposal = new Proposal { Title = "Met documenten", Email = "documenten@bewoner.example" };
        var id = await ApplyWithDocumentsAsync(proposal);
        await using var reviewer = await site.PersonWithViewerAsync(Device.Desktop);
        var shown = new List<string>();
        reviewer.Page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/bekijken", StringComparison.Ordinal))
            {
                shown.Add(request.Url);
            }
        };
        await reviewer.OpenAsync((await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link);
        await reviewer.LookAsync("beoordelen-documenten");
        Assert.Empty(shown);

        await reviewer.Page.GetByText("Bekijk foto.png").ClickAsync();
        await Expect(reviewer.Page.Locator("img.loket-preview")).ToHaveJSPropertyAsync("complete", true);
        Assert.Equal(Device.Phone.Width, await reviewer.Page.Locator("img.loket-preview").EvaluateAsync<int>("image => image.naturalWidth"));

        await reviewer.Page.GetByText("Bekijk plan.pdf").ClickAsync();
        var viewer = await Eventually.FindAsync("the browser's viewer", () => Task.FromResult(
            reviewer.Page.Frames.FirstOrDefault(frame => frame.Url.StartsWith("chrome-extension://", StringComparison.Ordinal))));
        await Expect(viewer.Locator("#pagelength")).ToHaveTextAsync("2");
        await reviewer.KeepPictureAsync("beoordelen-pdf");
        Assert.Equal(2, shown.Distinct().Count());
        Assert.Empty(reviewer.Complaints);
    }

    /// <summary>Applies with a picture and a PDF that Chromium made.</summary>
    private async Task<string> ApplyWithDocumentsAsync(Proposal proposal)
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenAsync("/");
        var photo = new FilePayload { Name = "foto.png", MimeType = "image/png", Buffer = await resident.Page.ScreenshotAsync() };
        var plan = new FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = await resident.Page.PdfAsync() };
        await resident.FillInUntilAsync(Form.Check, proposal);
        await resident.FollowAsync("Voeg toe Documenten");
        await resident.Page.SetInputFilesAsync("[name=bestand]", [photo, plan]);
        await resident.PressAsync("Voeg toe");
        await resident.PressAsync("Verder");
        await resident.FillInAsync(proposal);
        await resident.PressAsync(Proposal.SendButton);
        return await site.Town.ConfirmAsync(proposal.Email);
    }
}
