using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>A resident applies, from the start page to the page of their own.</summary>
[Collection(JourneysSite.Name)]
public sealed class ApplyTests(LoketSite site)
{
    public static TheoryData<int> Widths => Device.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Apply_AllFilledIn_EndsAtTheStatusPage(int width)
    {
        var proposal = new Proposal { Title = $"Samen eten {width}", Email = $"eten{width}@bewoner.example" };
        await using var resident = await site.PersonAsync(Device.Of(width));
        await resident.OpenAsync("/");
        await resident.LookAsync("1-start");
        await resident.FollowAsync("Begin met uw aanvraag");

        await FillInStepsAsync(resident, proposal);
        await AttachAsync(resident);
        await resident.LookAsync("2-controleren");
        await resident.FillInAsync(proposal);
        await resident.PressAsync("Verstuur uw aanvraag");
        await Expect(resident.Heading).ToHaveTextAsync("Kijk in uw mail: u bent er bijna");
        await resident.LookAsync("3-verstuurd");

        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link);
        await resident.LookAsync("4-bevestigen");
        await resident.PressAsync("Bevestig en verstuur");
        await resident.LookAsync("5-bevestigd");

        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, "ontvangen")).Link);
        await Expect(resident.Page.GetByText("plan.pdf")).ToBeVisibleAsync();
        await resident.LookAsync("6-status");
    }

    private static async Task FillInStepsAsync(Person resident, Proposal proposal)
    {
        foreach (var step in Form.Steps.SkipLast(1))
        {
            await resident.FillInAsync(proposal);
            await resident.LookAsync($"2-{step}");
            await resident.PressAsync("Verder");
        }
    }

    private static async Task AttachAsync(Person resident)
    {
        await resident.FollowAsync("Voeg toe Documenten");
        await resident.Page.SetInputFilesAsync("[name=bestand]", Form.Pdf("plan.pdf"));
        await resident.PressAsync("Voeg toe");
        await Expect(resident.Page.GetByText("plan.pdf is toegevoegd.")).ToBeVisibleAsync();
        await Expect(resident.Page.GetByRole(AriaRole.Link, new() { Name = "plan.pdf" })).ToBeVisibleAsync();
        await resident.LookAsync($"2-{Form.Documents}");
        await resident.PressAsync("Verder");
    }
}
