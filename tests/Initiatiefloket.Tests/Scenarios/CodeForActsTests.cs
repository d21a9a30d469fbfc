using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Where a band asks for codes, a forwarded mail does nothing that cannot be undone, and keeps nobody out.</summary>
public sealed class CodeForActsTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string CodeField = "bevestigingscode";

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Recusal_BehindAForwardedMail_TakesTheCode()
    {
        var id = await ApplyAsync("betrokken met code");
        using var other = fixture.Host.NewVisitor();
        var page = await other.OpenAsync(await LinkAsync(id));

        var asked = await other.PressAsync(page, "Ik ben betrokken, geef de zaak over", ("betrokken", "true"));

        Assert.Equal("Bevestig dit met een code", asked.Heading);
        Assert.Empty((await Cases.GetAsync(id)).Panel.HandOvers);
        using var owner = fixture.Host.NewVisitor();
        var own = await owner.OpenAsync(await LinkAsync(id));
        await Town.ConfirmAsync(owner, await owner.PressAsync(own, "Ik ben betrokken, geef de zaak over", ("betrokken", "true")), Townspeople.Reviewer);
        Assert.Equal(HandOverReason.Conflict, Assert.Single((await Cases.GetAsync(id)).Panel.HandOvers).Why);
    }

    [Fact]
    public async Task RecusalOfAnAdviser_BehindAForwardedMail_TakesTheCode()
    {
        const string Adviser = "g.nijhuis@oldenzaal.example";
        const string Decline = "Ik ben betrokken en geef geen advies";
        var id = await ApplyAsync("advies met code");
        using var reviewer = fixture.Host.NewVisitor();
        var talk = await reviewer.OpenAsync($"{await LinkAsync(id)}/overleg");
        await reviewer.PressAsync(talk, "Vraag advies", ("collega", "zorg"), ("vraag", "Past dit bij de Wmo?"));
        using var other = fixture.Host.NewVisitor();
        var page = await other.OpenAsync((await Post.WaitForAsync(Adviser, $"Advies gevraagd: {id}")).Link);

        var asked = await other.PressAsync(page, Decline, ("betrokken", "true"));

        Assert.Equal("Bevestig dit met een code", asked.Heading);
        Assert.Empty((await Cases.GetAsync(id)).Panel.Involved);
        await Town.ConfirmAsync(other, asked, Adviser);
        Assert.Equal([Actor.Reviewer("zorg")], (await Cases.GetAsync(id)).Panel.Involved);
    }

    [Fact]
    public async Task PassingOn_BehindAForwardedMail_TakesTheCode()
    {
        var id = await ApplyAsync("doorgeven met code");
        using var other = fixture.Host.NewVisitor();
        var passing = await other.OpenAsync($"{await LinkAsync(id)}/doorgeven");

        var asked = await other.PressAsync(passing, "Geef de zaak door", ("collega", "reviewer:jeugd"), ("reden", "Zomaar."));

        Assert.Equal("Bevestig dit met een code", asked.Heading);
        Assert.Empty((await Cases.GetAsync(id)).Panel.HandOvers);
    }

    [Fact]
    public async Task DeskAct_BehindAForwardedMail_TakesTheCode()
    {
        var id = await ApplyAsync("loket met code");
        using var other = fixture.Host.NewVisitor();
        var desk = await other.OpenAsync(await fixture.DeskLinkAsync(id));
        var extend = desk.Buttons.First(button => button.StartsWith("Verleng", StringComparison.Ordinal));

        var asked = await other.PressAsync(desk, extend, ("reden", "Zomaar."));
        Assert.Equal("Bevestig dit met een code", asked.Heading);
        var corrected = await other.PressAsync(desk, "Verbeter de gegevens", ("email", "dief@elders.example"), ("waarom", "Gebeld."));
        Assert.Equal("Bevestig dit met een code", corrected.Heading);

        Assert.Null((await Cases.GetAsync(id)).Clock!.ExtendedOn);
        Assert.NotEqual("dief@elders.example", (await Cases.ApplicantAsync(id)).Email);
    }

    [Fact]
    public async Task CouncilDecision_BehindAForwardedMail_TakesTheCode()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("raad met code", "20.000"));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        await Town.ApproveAsync(Townspeople.Reviewer, id, "20.000");
        await Town.ApproveAsync((await SecondOfAsync(id))!, id, "20.000");
        var mail = await Post.WaitForAsync(Townspeople.Coordinator, $"({id})");
        using var other = fixture.Host.NewVisitor();

        var asked = await other.PressAsync(
            await other.OpenAsync(mail.Link),
            "Leg het besluit vast",
            ("besluit", "toekennen"),
            ("redenen", "Zomaar."),
            ("stemming", "zonder"),
            ("datum.day", $"{fixture.Today.Day}"),
            ("datum.month", $"{fixture.Today.Month}"),
            ("datum.year", $"{fixture.Today.Year}"));

        Assert.Equal("Bevestig dit met een code", asked.Heading);
        Assert.Null((await Cases.GetAsync(id)).CouncilDecision);
    }

    [Fact]
    public async Task Absence_EnteredInAnOpenOverview_TakesTheCode()
    {
        var id = await ApplyAsync("afwezig met code");
        using var other = fixture.Host.NewVisitor();
        var overview = await Town.OpenOverviewAsync(other, await fixture.OverviewLinkAsync(Actor.Reviewer("welzijn")), Townspeople.Reviewer);
        var day = fixture.Today;

        var asked = await other.PressAsync(
            overview,
            "Meld afwezig",
            ("van.day", $"{day.Day}"),
            ("van.month", $"{day.Month}"),
            ("van.year", $"{day.Year}"),
            ("tot.day", $"{day.Day}"),
            ("tot.month", $"{day.Month}"),
            ("tot.year", $"{day.Year}"));

        Assert.Equal("Bevestig dit met een code", asked.Heading);
        Assert.Empty((await Cases.GetAsync(id)).Panel.HandOvers);
    }

    [Fact]
    public async Task Codes_AskedForByAnother_LeaveTheOwnersLastOneValid()
    {
        var id = await ApplyAsync("niet buitengesloten");
        var link = await LinkAsync(id);
        using var owner = fixture.Host.NewVisitor();
        var page = await owner.OpenAsync(link);
        var asked = await owner.DecideAsync(page, "Wijs af", Decisions.Refusal);
        var code = await Town.NewestCodeAsync(Townspeople.Reviewer);
        using var other = fixture.Host.NewVisitor();
        var theirs = await other.OpenAsync(link);
        for (var number = 0; number < 6; number++)
        {
            var posted = await other.DecideAsync(theirs, "Wijs af", ("grond", "outside-social-domain"), ("redenen", $"Zomaar {number}."));
            await other.PressAsync(posted, "Bevestig het besluit", (CodeField, "000000"));
        }

        var again = await owner.DecideAsync(page, "Wijs af", Decisions.Refusal);
        Assert.Equal((HttpStatusCode.TooManyRequests, "Bevestig uw besluit met een code"), (again.Status, again.Heading));
        await owner.PressAsync(asked, "Bevestig het besluit", (CodeField, code));

        Assert.Equal(VerdictKind.Decline, (await Cases.GetAsync(id)).VerdictOf(1)?.Kind);
    }

    [Fact]
    public async Task Codes_UsedUpBehindAForwardedMail_LeaveAnotherMailAsItWas()
    {
        var id = await ApplyAsync("eigen nieuwe mail");
        using var other = fixture.Host.NewVisitor();
        var theirs = await other.OpenAsync(await LinkAsync(id));
        for (var number = 0; number < 6; number++)
        {
            await other.DecideAsync(theirs, "Wijs af", ("grond", "outside-social-domain"), ("redenen", $"Zomaar {number}."));
        }

        using var owner = fixture.Host.NewVisitor();
        await owner.PressAsync(await owner.OpenAsync("/link-kwijt"), "Stuur mij een mail", ("email", Townspeople.Reviewer));
        var mail = await Post.WaitForAsync(Townspeople.Reviewer, "Uw initiatieven bij het initiatiefloket");
        var page = await PageOfAsync(owner, mail, "Plan: eigen nieuwe mail");
        var asked = await owner.DecideAsync(page, "Wijs af", Decisions.Refusal);

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        await Town.ConfirmAsync(owner, asked, Townspeople.Reviewer);
        Assert.Equal(VerdictKind.Decline, (await Cases.GetAsync(id)).VerdictOf(1)?.Kind);
    }

    private async Task<string> ApplyAsync(string about)
    {
        var id = await Town.ApplyAsync(Townspeople.Resident(about, "4.000"));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        return id;
    }

    // Without the choice that a button in the mail prepares.
    private async Task<string> LinkAsync(string id) => new Uri((await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}")).Link).GetLeftPart(UriPartial.Path);

    private async Task<string?> SecondOfAsync(string id)
    {
        var seats = (await Cases.GetAsync(id)).Panel.Seats.Select(seat => seat.ReviewerId).ToList();
        var second = seats.Single(seat => seat != "welzijn");
        return second switch
        {
            "jeugd" => Townspeople.SecondReviewer,
            "zorg" => "g.nijhuis@oldenzaal.example",
            "werk" => "b.oudeluttikhuis@oldenzaal.example",
            "gezondheid" => "s.velthuis@oldenzaal.example",
            _ => null,
        };
    }

    private static async Task<PageSeen> PageOfAsync(Visitor owner, MailSeen mail, string title)
    {
        foreach (var link in mail.Links.Where(link => link.Contains("/beoordelen/", StringComparison.Ordinal)))
        {
            var page = await owner.OpenAsync(link);
            if (page.Heading == title)
            {
                return page;
            }
        }

        throw new InvalidOperationException($"No link in the mail opens {title}.");
    }
}
