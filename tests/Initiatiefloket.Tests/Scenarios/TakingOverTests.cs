using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Cases that go from one professional to another, and from one case to the next.</summary>
public sealed class TakingOverTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Work = "b.oudeluttikhuis@oldenzaal.example";

    [Fact]
    public async Task Absence_OfSomebodyWithSeveralCases_IsOneMailToTheDeputyAndANotice()
    {
        var first = await ApplyAsync("een naaiatelier", "900");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await ApplyAsync("samen koken", "1.000");
        using var away = fixture.Host.NewVisitor();
        var former = (await fixture.Host.Post.WaitForAsync(Work, $"initiatief {first}")).Link;
        var overview = await fixture.Town.OpenOverviewAsync(away, await fixture.OverviewLinkAsync(Actor.Reviewer("werk")), Work);

        var entered = await fixture.Town.ConfirmAsync(away, await away.PressAsync(overview, "Meld afwezig", ForAWeek()), Work);

        // One mail for both, and no invitation to each.
        var mail = await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, "Beslis: 2 zaken die u overneemt");
        await fixture.Host.Durable.IdleAsync();
        Assert.Contains("Plan: een naaiatelier, €\u00A0900 (De Thij)", mail.Text!, StringComparison.Ordinal);
        Assert.Contains("Bas Oude Luttikhuis is afwezig van", mail.Text!, StringComparison.Ordinal);
        Assert.Equal(2, mail.Links.Count(link => link.Contains("/beoordelen/", StringComparison.Ordinal)));
        Assert.Empty(await fixture.Host.Post.AboutAsync(Townspeople.Reviewer, $"initiatief {second}"));
        Assert.Single(await fixture.Host.Post.AboutAsync(Townspeople.Reviewer, "die u overneemt"));

        // Who is away reads who has what, and on an old link why it is not theirs.
        Assert.Contains("Dit ging naar anderen", entered.Text, StringComparison.Ordinal);
        Assert.Contains("Ellen Kamphuis: 2 zaken", entered.Text, StringComparison.Ordinal);
        var told = (await away.OpenAsync(former)).Text;
        Assert.Contains("Overgedragen aan Ellen Kamphuis, omdat u afwezig bent. U deed dat zelf op ", told, StringComparison.Ordinal);

        using var deputy = fixture.Host.NewVisitor();
        var page = await deputy.OpenAsync(mail.Links.First(link => link.Contains("/beoordelen/", StringComparison.Ordinal)));
        Assert.Equal("Plan: een naaiatelier", page.Heading);
        var decided = await deputy.DecideAsync(page, "Ken toe", Decisions.Approval(page));
        Assert.Contains("U heeft €\u00A0900 toegekend. De aanvrager krijgt nu een mail.", decided.Text, StringComparison.Ordinal);

        // A mail that was forwarded leads to no other case; a browser in which the overview was opened does.
        Assert.Equal("Open eerst uw overzicht", (await deputy.FollowAsync(decided, "Naar uw volgende zaak")).Heading);
        await fixture.Town.OpenOverviewAsync(deputy, await fixture.OverviewLinkAsync(Actor.Reviewer("welzijn")), Townspeople.Reviewer);
        Assert.Equal("Plan: samen koken", (await deputy.FollowAsync(decided, "Naar uw volgende zaak")).Heading);
        Assert.Equal("Uw zaken", (await deputy.FollowAsync(decided, "Al uw zaken")).Heading);
    }

    private async Task<string> ApplyAsync(string about, string asked)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident(about, asked) with { Theme = "werk-en-ondernemen" });
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:werk");
        return id;
    }

    private (string Field, string Value)[] ForAWeek()
    {
        var (from, until) = (fixture.Today, fixture.Today.AddDays(7));
        return
        [
            ("van.day", $"{from.Day}"), ("van.month", $"{from.Month}"), ("van.year", $"{from.Year}"),
            ("tot.day", $"{until.Day}"), ("tot.month", $"{until.Month}"), ("tot.year", $"{until.Year}"),
        ];
    }
}
