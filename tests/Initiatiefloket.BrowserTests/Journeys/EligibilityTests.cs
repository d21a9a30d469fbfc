using Initiatiefloket.BrowserTests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>"Kom ik in aanmerking?"</summary>
[Collection(JourneysSite.Name)]
public sealed class EligibilityTests(LoketSite site)
{
    private static readonly (string Field, string Value)[] Fitting = [("oldenzaal", "ja"), ("anderen", "ja"), ("begonnen", "nee"), ("winst", "nee")];

    [Fact]
    public async Task Check_AllFits_SaysSoAndLeadsToTheForm()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenAsync("/kom-ik-in-aanmerking");
        await resident.LookAsync("aanmerking");
        await resident.FillInAsync(Fitting);
        await resident.PressAsync("Bekijk de uitkomst");
        await resident.LookAsync("aanmerking-ja");
        await resident.FollowAsync("Begin met uw aanvraag");
        await Expect(resident.Heading).ToHaveTextAsync("Uw idee");
    }

    [Fact]
    public async Task Check_NothingFits_GivesReasonsAndStillLetsApply()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenAsync("/kom-ik-in-aanmerking");
        await resident.FillInAsync(Fitting.Select(answer => (answer.Field, answer.Value == "ja" ? "nee" : "ja")));
        await resident.PressAsync("Bekijk de uitkomst");
        await Expect(resident.Page.Locator(".utrecht-alert")).ToHaveCountAsync(Fitting.Length);
        await resident.LookAsync("aanmerking-nee");
        await resident.FollowAsync("Begin met uw aanvraag");
        await Expect(resident.Heading).ToHaveTextAsync("Uw idee");
    }

    [Fact]
    public async Task Check_NothingAnswered_FocusesTheSummary()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenAsync("/kom-ik-in-aanmerking");
        await resident.PressAsync("Bekijk de uitkomst");
        Assert.Equal(422, resident.Status);
        await Expect(resident.Page.Locator("#fouten")).ToBeFocusedAsync();
        await resident.LookAsync("aanmerking-fout");
    }
}
