using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Worklist;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The coordinator's worklist: forty cases at a glance, and ten handed over in four actions.</summary>
[Collection(PagesSite.Name)]
public sealed class WorklistTests(LoketSite site)
{
    private const string Coordinator = "coordinator@oldenzaal.example";
    private const string Word = "rijtje";
    private const int Cases = 40;
    private const int Together = 10;

    private Policy Policy => site.Host.Services.GetRequiredService<Policy>();

    private WorklistTable Table => site.Host.Services.GetRequiredService<WorklistTable>();

    [Theory]
    [InlineData(1280, 2_500)]
    [InlineData(360, 4_500)]
    public async Task FortyCases_OnAnyScreen_FitInAFewOfThem(int width, int highest)
    {
        foreach (var number in Enumerable.Range(0, Cases))
        {
            await Table.PutAsync(LineOf(number), CancellationToken.None);
        }

        await using var coordinator = await site.PersonAsync(Device.Of(width));
        var link = await OpenAsync(coordinator);

        await coordinator.OpenAsync($"{link}?zoek={Word}");
        await coordinator.UseSiteFontAsync();
        Assert.Equal(Cases, await coordinator.Page.Locator("tbody tr").CountAsync());
        var height = await coordinator.HeightAsync();
        await coordinator.LookAsync("werklijst");

        Assert.True(height <= highest, $"{height} px, at most {highest} expected");
        foreach (var number in Enumerable.Range(0, Cases))
        {
            await Table.EraseAsync(LineOf(number).Id, CancellationToken.None);
        }
    }

    [Fact]
    public async Task TenCases_HandedOver_TakeFourActions()
    {
        var ids = new List<string>();
        foreach (var number in Enumerable.Range(1, Together))
        {
            ids.Add(await ApplyAsync($"Overdracht {number}", $"overdracht{number}@bewoner.example"));
        }

        await using var coordinator = await site.PersonAsync(Device.Desktop);
        await coordinator.OpenAsync(await OpenAsync(coordinator));
        var actions = 0;

        await ActAsync(() => coordinator.ArriveAsync(() => coordinator.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Gerda Nijhuis \\(") }).ClickAsync()));
        await ActAsync(() => coordinator.Page.GetByLabel("Wie krijgt de zaken?").SelectOptionAsync("reviewer:gezondheid"));
        await coordinator.LookAsync("werklijst-kiezen");
        await ActAsync(() => coordinator.PressAsync("Draag over"));
        await coordinator.LookAsync("werklijst-overdragen");
        await ActAsync(() => coordinator.ArriveAsync(() => coordinator.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Draag over aan") }).ClickAsync()));
        await coordinator.LookAsync("werklijst-overgedragen");

        Assert.Equal(4, actions);
        Assert.Contains("Dit is gedaan in", await coordinator.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var initiatives = site.Host.Services.GetRequiredService<InitiativeTable>();
        foreach (var id in ids)
        {
            Assert.Equal([Actor.Reviewer("gezondheid")], (await initiatives.GetAsync(id, CancellationToken.None)).Panel.Seats);
        }

        async Task ActAsync(Func<Task> act)
        {
            actions++;
            await act();
        }
    }

    // As they come: some late, some at the council, names and titles of several lengths.
    private WorkItem LineOf(int number)
    {
        InitiativeState[] states = [InitiativeState.InReview, InitiativeState.WaitingForApplicant, InitiativeState.CouncilWindow, InitiativeState.WaitingList];
        var received = site.Clock.GetUtcNow().AddDays(-number * 2);
        return new WorkItem
        {
            Id = $"BI-2026-WL{number:D3}",
            Title = $"{(number % 3 == 0 ? "Samen koken en eten in het buurthuis" : "Plantjesdag")}, {Word}",
            ThemeId = Policy.Themes[number % Policy.Themes.Count].Id,
            NeighbourhoodId = Policy.Neighbourhoods[number % Policy.Neighbourhoods.Count].Id,
            BandId = Policy.Bands[0].Id,
            State = states[number % states.Length],
            Asked = Euro.Whole(150 + (number * 37)),
            ReceivedAt = received,
            Clock = LegalClock.Start(LocalTime.DayOf(received), Policy.Terms.Decision),
            Silent = number % states.Length == 0 ? [Actor.Reviewer("welzijn")] : [],
            Applicant = number % 2 == 0 ? "Truus Wolters" : "Stichting Buurthuis De Thij",
            IsMailFailed = number == 7,
        };
    }

    private async Task<string> OpenAsync(Person coordinator)
    {
        var link = (await site.Host.Services.GetRequiredService<LinkMaker>().NewOverviewAsync(Actor.Coordinator, CancellationToken.None)).AbsoluteUri;
        await coordinator.OpenAsync(link);
        await coordinator.PressAsync("Mail mij een code");
        await coordinator.Field("bevestigingscode").FillAsync(await site.Town.NewestCodeAsync(Coordinator));
        await coordinator.PressAsync("Open het overzicht");
        return link;
    }

    private async Task<string> ApplyAsync(string title, string email)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = title, Email = email, Theme = "langer-thuis-en-zorg", Asked = "900" });
        await site.Host.Post.WaitForAsync("g.nijhuis@oldenzaal.example", id);
        return id;
    }
}
