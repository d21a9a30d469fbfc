using System.Net;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What a council member can do behind their links.</summary>
public sealed class CouncilMemberTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string CallIn = "Ik wil dit in de raad bespreken";
    private const string TakeBack = "Trek mijn verzoek in";

    private static readonly Actor Henk = Actor.CouncilMember("raadslid-1");
    private static readonly Actor Fatma = Actor.CouncilMember("raadslid-2");

    [Fact]
    public async Task CallIn_WithoutAReason_IsAskedForOne()
    {
        var id = await fixture.InCouncilWindowAsync("zonder reden");
        using var henk = fixture.Host.NewVisitor();
        var page = await henk.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Henk, "zonder reden")).Link);

        var refused = await henk.PressAsync(page, CallIn);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Vul in waarom u dit in de raad wilt bespreken.", refused.Text, StringComparison.Ordinal);
        Assert.Empty((await fixture.Cases.GetAsync(id)).CalledInBy);
    }

    [Fact]
    public async Task CallIn_TakenBackAndAskedAgain_CountsAsItStandsAndIsInTheTrail()
    {
        var id = await fixture.InCouncilWindowAsync("van gedachten");
        using var henk = fixture.Host.NewVisitor();
        var called = await henk.PressAsync(
            await henk.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Henk, "van gedachten")).Link), CallIn, Decisions.CallIn);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await henk.PressAsync(called, TakeBack)).Status);

        var back = await henk.PressAsync(called, TakeBack, ("zeker", "true"));
        Assert.Contains("Nog niemand heeft dit gevraagd.", back.Text, StringComparison.Ordinal);
        Assert.Empty((await fixture.Cases.GetAsync(id)).CalledInBy);
        await henk.PressAsync(back, CallIn, Decisions.CallIn);

        var seen = await fixture.Town.FollowAsync(Townspeople.Fatma, "van gedachten", CallIn, Decisions.CallIn);
        Assert.Contains("Henk Wiggers (Stadspartij)", seen.Text, StringComparison.Ordinal);
        await fixture.Cases.MailedAsync(id, "council-asked");
        var events = await fixture.Cases.EventsAsync(id);
        Assert.Superset(new HashSet<string> { "called-in-raadslid-1", "call-in-taken-back-raadslid-1", "called-in-raadslid-1-2", "called-in-raadslid-2" }, events.ToHashSet());
        var agenda = await fixture.Host.Post.WaitForAsync("coordinator@oldenzaal.example", "Agenderen: Plan: van gedachten");
        Assert.Contains("Dit gaat de hele wijk aan.", agenda.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_Answered_IsMailedToWhoAskedAndSeenByAll()
    {
        await fixture.InCouncilWindowAsync("met een vraag");
        using var henk = fixture.Host.NewVisitor();
        var page = await henk.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Henk, "met een vraag")).Link);
        await henk.PressAsync(page, "Stel de vraag", ("vraag", "Doen ook jongeren mee?"));

        await fixture.Town.FollowAsync(Townspeople.Reviewer, "Vraag van een raadslid", "Verstuur het antwoord", ("antwoord", "Ja, van twee scholen."));

        var mail = await fixture.Host.Post.WaitForAsync(Townspeople.Henk, "Antwoord op uw vraag: Plan: met een vraag");
        Assert.Contains("Ja, van twee scholen.", (await henk.OpenAsync(mail.Link)).Text, StringComparison.Ordinal);
        Assert.Contains("Ja, van twee scholen.", (await fixture.Town.OpenAsync(Townspeople.Fatma, "met een vraag")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandingPage_Filters_ShowWhatPassesAndOpenIt()
    {
        var waiting = await fixture.InCouncilWindowAsync("te bekijken");
        var review = await fixture.Town.ApplyAsync(Townspeople.Resident("nog in beraad"));
        await fixture.Cases.MailedAsync(review, "review-1-invite-reviewer:welzijn");
        using var henk = fixture.Host.NewVisitor();
        var link = await fixture.OverviewLinkAsync(Henk);

        var all = await henk.OpenAsync(link);
        Assert.Contains("Plan: te bekijken", all.Text, StringComparison.Ordinal);
        Assert.Contains("Plan: nog in beraad", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan: nog in beraad", all.Buttons);
        var council = await henk.OpenAsync($"{link}?stand=raad&wijk=nergens&thema=&jaar=2026");
        Assert.Contains("Plan: te bekijken", council.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nog in beraad", council.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("te bekijken", (await henk.OpenAsync($"{link}?jaar=2027")).Text, StringComparison.Ordinal);

        Assert.Equal("Plan: te bekijken", (await henk.PressAsync(all, "Plan: te bekijken")).Heading);
        Assert.Equal(HttpStatusCode.OK, (await henk.OpenAsync($"{link}?vanaf=x&na=y")).Status);
        Assert.NotEqual(waiting, review);
    }

    [Fact]
    public async Task Wish_Saved_HoldsAndIsShown()
    {
        using var fatma = fixture.Host.NewVisitor();
        var page = await fatma.OpenAsync(await fixture.OverviewLinkAsync(Fatma));
        Assert.Contains("elke zondag om 19.00 uur", page.Text, StringComparison.Ordinal);
        var form = await fatma.OpenAsync(page.LinkTo("Kies hoe vaak en waarover"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fatma.PressAsync(form, "Bewaar", ("hoe-vaak", "soms"))).Status);
        await fatma.PressAsync(form, "Bewaar", ("hoe-vaak", "Day"), ("uur", "8"), ("themas", "rondkomen"));

        var wish = await WishOfAsync(Fatma);
        Assert.Equal((new DigestTiming(DigestFrequency.Day, DayOfWeek.Sunday, 8), "rondkomen"), (wish.Timing, Assert.Single(wish.Themes)));
    }

    [Fact]
    public async Task StopDigest_OnePressOfAMailProgram_StopsItAndSaysHowToGetItBack()
    {
        var rob = Actor.CouncilMember("raadslid-5");
        var address = (await fixture.Host.Services.GetRequiredService<LinkMaker>().NewOfNoCaseAsync(LinkPurpose.StopDigest, rob, CancellationToken.None)).AbsoluteUri;
        using var program = new HttpClient();

        using var looked = await program.GetAsync(address);
        using var untold = await program.PostAsync(address, new FormUrlEncodedContent([]));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (looked.StatusCode, untold.StatusCode));
        Assert.Equal(DigestFrequency.Week, (await WishOfAsync(rob)).Timing.Every);

        using var stopped = await program.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));

        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Contains("link-kwijt", await stopped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(DigestFrequency.Never, (await WishOfAsync(rob)).Timing.Every);
    }

    [Fact]
    public async Task LostLinks_OfAMember_BringTheirPage()
    {
        using var henk = fixture.Host.NewVisitor();
        await henk.PressAsync(await henk.OpenAsync("/link-kwijt"), "Stuur mij een mail", ("email", "a.scholten@raad.oldenzaal.example"));

        var mail = await fixture.Host.Post.WaitForAsync("a.scholten@raad.oldenzaal.example", "Uw initiatieven bij het initiatiefloket");

        Assert.Equal("Initiatieven van inwoners", (await henk.OpenAsync(mail.Link)).Heading);
    }

    private Task<DigestWish> WishOfAsync(Actor member) => fixture.Host.Services.GetRequiredService<DigestWishes>().FindAsync(member, CancellationToken.None);
}
