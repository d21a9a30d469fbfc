using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Who was replaced, left or got another address keeps nothing in the former mailbox.</summary>
public sealed class FormerAddressTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string NewReviewer = "ellen@oldenzaal.example";
    private const string NewCoordinator = "nieuwe.coordinator@oldenzaal.example";
    private const string NewHenk = "henk@raad.oldenzaal.example";
    private const string Gerda = "g.nijhuis@oldenzaal.example";
    private const string RenewButton = "Stuur een link naar het adres dat nu geldt";

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Links_AfterTheirHoldersAddressChanged_AreDeadAndRenewedWhereMailGoesNow()
    {
        var id = await ApplyAsync(Townspeople.Resident("oud adres"), "welzijn");
        var left = await ApplyAsync(Townspeople.Resident("vertrokken") with { Theme = "langer-thuis-en-zorg" }, "zorg");
        var shared = await fixture.InCouncilWindowAsync("raad met nieuw adres");
        using var person = fixture.Host.NewVisitor();
        var invitation = await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}");
        var review = await person.OpenAsync(invitation.Link);
        var gerdas = PathOf((await Post.WaitForAsync(Gerda, left)).Link);
        var (overview, desk) = await CoordinatorsPathsAsync(person, "Plan: oud adres");
        var lookAlong = PathOf((await Post.WaitForAsync(Townspeople.Henk, "raad met nieuw adres")).Link);
        var fatmas = PathOf((await Post.WaitForAsync(Townspeople.Fatma, "raad met nieuw adres")).Link);
        var own = PathOf(await fixture.OverviewLinkAsync(Actor.Reviewer("welzijn")));
        using var policy = await ChangeStaffAsync();

        string[] former = [review.Address.AbsolutePath, own, gerdas, overview, desk, lookAlong, fatmas];
        PageSeen dead = null!;
        foreach (var path in former)
        {
            dead = await person.OpenAsync(NowAt(path).ToString());
            Assert.Equal((path, HttpStatusCode.Gone, "Deze link werkt niet meer"), (path, dead.Status, dead.Heading));
            Assert.Equal([RenewButton], dead.Buttons);
            Assert.Equal("Kijk in uw mail", (await person.PressAsync(dead, RenewButton)).Heading);
        }

        var decided = await person.DecideAsync(review with { Address = NowAt(former[0]) }, "Ken toe", Decisions.Approval(review));
        Assert.Equal(HttpStatusCode.Gone, decided.Status);
        Assert.Empty((await fixture.Cases.GetAsync(id)).Panel.Votes);

        Assert.Contains("Ken toe", (await fixture.Town.OpenAsync(NewReviewer, $"Uw pagina over initiatief {id}")).Buttons);
        Assert.Equal("Uw zaken", (await fixture.Town.OpenOverviewAsync(person, (await Post.WaitForAsync(NewReviewer, "Al uw zaken")).Link, NewReviewer)).Heading);
        Assert.Contains("Ken toe", (await fixture.Town.OpenAsync(NewCoordinator, $"Uw pagina over initiatief {left}")).Buttons);
        Assert.Equal("Alle lopende zaken", (await fixture.Town.OpenOverviewAsync(person, (await Post.WaitForAsync(NewCoordinator, "Al uw zaken")).Link, NewCoordinator)).Heading);
        Assert.Contains("Ik wil dit in de raad bespreken", (await fixture.Town.OpenAsync(NewHenk, "Uw pagina over")).Buttons);
        await AssertCannotCallInAsync(person, shared, dead);
        foreach (var old in new[] { Townspeople.Reviewer, Gerda, Townspeople.Coordinator, Townspeople.Henk, Townspeople.Fatma })
        {
            Assert.Empty(await Post.AboutAsync(old, "Uw pagina over"));
            Assert.Empty(await Post.AboutAsync(old, "Al uw zaken"));
        }
    }

    /// <summary>The coordinator reads along in the place of a council member who left, and no more.</summary>
    private async Task AssertCannotCallInAsync(Visitor coordinator, string id, PageSeen anyForm)
    {
        const string AntiforgeryField = "__RequestVerificationToken";
        var link = (await Post.WaitForAsync(NewCoordinator, $"Uw pagina over initiatief {id}")).Link;
        Assert.Empty((await coordinator.OpenAsync(link)).Buttons);
        var token = anyForm.Document.QuerySelector($"[name={AntiforgeryField}]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.OK, (await coordinator.SendAsync(HttpMethod.Post, link, (AntiforgeryField, token))).Status);
        Assert.Empty((await fixture.Cases.GetAsync(id)).CalledInBy);
    }

    private async Task<string> ApplyAsync(Proposal proposal, string reviewer)
    {
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, $"review-1-invite-reviewer:{reviewer}");
        return id;
    }

    /// <summary>The coordinator's overview from a mail, and the page of a case that it makes a link to.</summary>
    private async Task<(string Overview, string Desk)> CoordinatorsPathsAsync(Visitor coordinator, string link)
    {
        await coordinator.PressAsync(await coordinator.OpenAsync("/link-kwijt"), "Stuur mij een mail", ("email", Townspeople.Coordinator));
        var mail = await Post.WaitForAsync(Townspeople.Coordinator, "Uw initiatieven bij het initiatiefloket");
        var overview = await fixture.Town.OpenOverviewAsync(coordinator, mail.Link, Townspeople.Coordinator);
        var desk = await coordinator.FollowAsync(overview, link);
        return (overview.Address.AbsolutePath, desk.Address.AbsolutePath);
    }

    /// <summary>Starts the app again with new addresses for a reviewer, a council member and the coordinator, and without a reviewer and a council member who left.</summary>
    private async Task<PolicyDraft> ChangeStaffAsync()
    {
        var policy = new PolicyDraft(json =>
        {
            json["municipality"]!["coordinator"]!["email"] = NewCoordinator;
            json["council"]!["members"]![0]!["email"] = NewHenk;
            json["council"]!["members"]!.AsArray().RemoveAt(1);
            var reviewers = json["reviewers"]!.AsArray();
            reviewers[0]!["email"] = NewReviewer;
            reviewers[0]!["themes"]!.AsArray().Add("langer-thuis-en-zorg");
            reviewers[4]!["deputyId"] = null;
            reviewers.RemoveAt(2);
        });
        await fixture.Host.DisposeAsync();
        await fixture.StartAsync($"--Policy:File={policy.File}");
        return policy;
    }

    // The app comes back at another address than the one in the mail.
    private Uri NowAt(string path) => new(fixture.Host.Address, path);

    private static string PathOf(string link) => new Uri(link).AbsolutePath;
}
