using System.Net;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Somebody was forwarded a mail of a professional and opens it in a browser of their own: it opens one case, and nothing else of that person.</summary>
public sealed class ForwardedMailTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Overview = "Al uw zaken bij het initiatiefloket";
    private static readonly Actor Ellen = Actor.Reviewer("welzijn");

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task CaseMail_Forwarded_HasNoLinkToOtherCases()
    {
        var id = await ApplyAsync("doorgestuurd");

        var mail = await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}");

        Assert.All(mail.Links, link => Assert.DoesNotContain("/overzicht/", link, StringComparison.Ordinal));
        Assert.Contains("Stuur deze mail niet door.", mail.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_OpenedInAnotherBrowser_ShowsNothingAndDoesNothingWithoutTheCode()
    {
        await ApplyAsync("niet voor anderen");
        var link = await fixture.OverviewLinkAsync(Ellen);
        using var owner = fixture.Host.NewVisitor();
        var own = await Town.OpenOverviewAsync(owner, link, Townspeople.Reviewer);
        Assert.Contains("Plan: niet voor anderen", own.Text, StringComparison.Ordinal);
        Assert.Contains("Plan: niet voor anderen", (await owner.OpenAsync(link)).Text, StringComparison.Ordinal);

        using var other = fixture.Host.NewVisitor();
        var closed = await other.OpenAsync(link);

        Assert.Equal(["Mail mij een code"], closed.Buttons);
        Assert.DoesNotContain("Plan: niet voor anderen", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan:", (await other.OpenAsync($"{link}/afgerond/0")).Text, StringComparison.Ordinal);
        var wrong = await other.PressAsync(await other.PressAsync(closed, "Mail mij een code"), "Open het overzicht", ("bevestigingscode", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["Mail mij een code"], (await other.OpenAsync(link)).Buttons);
    }

    [Fact]
    public async Task Overview_BrowserRememberedForAMonth_AsksAgainAfterIt()
    {
        await ApplyAsync("na een maand");
        using var coordinator = fixture.Host.NewVisitor();
        Assert.Equal("Alle lopende zaken", (await Town.OpenOverviewAsync(coordinator, await fixture.OverviewLinkAsync(Actor.Coordinator), Townspeople.Coordinator)).Heading);

        fixture.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(["Mail mij een code"], (await coordinator.OpenAsync(await fixture.OverviewLinkAsync(Actor.Coordinator))).Buttons);
    }

    [Fact]
    public async Task Overview_AskedForOnTheCasePage_GoesToTheOwnersMailboxOnce()
    {
        var id = await ApplyAsync("op verzoek");
        var before = (await Post.AboutAsync(Townspeople.Reviewer, Overview)).Count;
        using var other = fixture.Host.NewVisitor();
        var page = await other.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}")).Link);

        Assert.Equal("Kijk in uw mail", (await other.PressAsync(page, "Mail mij mijn overzicht")).Heading);
        await other.PressAsync(page, "Mail mij mijn overzicht");

        await Post.WaitForAsync(Townspeople.Reviewer, Overview, before + 1);
        Assert.Equal(before + 1, (await Post.AboutAsync(Townspeople.Reviewer, Overview)).Count);
    }

    [Fact]
    public async Task Overview_OnMonday_GoesToThoseWithOpenCasesOnly()
    {
        await ApplyAsync("elke week");

        var weekly = ActivatorUtilities.CreateInstance<WeeklyOverviewActivities>(fixture.Host.Services);

        await weekly.MailOverviews("", CancellationToken.None);
        var mailed = (await Post.AboutAsync(Townspeople.Reviewer, Overview)).Count;
        await weekly.MailOverviews("", CancellationToken.None);

        Assert.Equal(mailed, (await Post.AboutAsync(Townspeople.Reviewer, Overview)).Count);
        Assert.NotEmpty(await Post.AboutAsync(Townspeople.Coordinator, Overview));
        Assert.Empty(await Post.AboutAsync("g.nijhuis@oldenzaal.example", Overview));
    }

    [Fact]
    public async Task Case_PassedOnToAColleague_IsTheirsAndNothingNewIsSeenByTheFirst()
    {
        var id = await ApplyAsync("niet voor mij");
        var link = new Uri((await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}")).Link).GetLeftPart(UriPartial.Path);
        using var reviewer = fixture.Host.NewVisitor();
        var page = await reviewer.OpenAsync(link);
        var passing = await reviewer.OpenAsync(page.LinkTo("Geef de zaak door"));
        var empty = await reviewer.PressAsync(passing, "Geef de zaak door", ("collega", "reviewer:welzijn"));
        Assert.Equal(2, empty.Errors.Count);

        var passed = await reviewer.PressAsync(passing, "Geef de zaak door", ("collega", "reviewer:jeugd"), ("reden", "Dit gaat over jongeren."));

        Assert.Contains("Overgedragen aan Youssef Amrani", passed.Text, StringComparison.Ordinal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        using var coordinator = fixture.Host.NewVisitor();
        Assert.Contains("Dit gaat over jongeren.", (await coordinator.OpenAsync(await fixture.DeskLinkAsync(id))).Text, StringComparison.Ordinal);

        await Town.DeclineAsync(Townspeople.SecondReviewer, id);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
        var former = await reviewer.OpenAsync(link);
        Assert.DoesNotContain("Dit past niet bij het beleid", former.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Afgewezen", former.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Aanvrager", former.Text, StringComparison.Ordinal);
        Assert.Equal(link, (await reviewer.OpenAsync($"{link}/overleg")).Address.ToString());
        Assert.Equal(link, (await reviewer.OpenAsync($"{link}/doorgeven")).Address.ToString());
        var overview = await Town.OpenOverviewAsync(reviewer, await fixture.OverviewLinkAsync(Ellen), Townspeople.Reviewer);
        Assert.Contains("Overgedragen aan Youssef Amrani", overview.Text, StringComparison.Ordinal);
    }

    private async Task<string> ApplyAsync(string about)
    {
        var id = await Town.ApplyAsync(Townspeople.Resident(about));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        return id;
    }
}
