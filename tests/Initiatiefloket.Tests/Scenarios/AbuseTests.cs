using System.Globalization;
using System.Net;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Programs and people who send too much.</summary>
public sealed class AbuseTests(BusyTownFixture fixture) : IClassFixture<BusyTownFixture>
{
    private const string Lost = "Stuur mij een mail";

    [Fact]
    public async Task Form_SentTooFast_ComesBackAsTypedAndGoesOnThen()
    {
        using var program = new Visitor(fixture.Host.Address, "203.0.113.1");
        var fast = await program.PressAsync(await program.OpenAsync("/link-kwijt"), Lost, ("email", "snel@bewoner.example"));

        Assert.StartsWith("Dat ging wel erg snel.", Assert.Single(fast.Errors), StringComparison.Ordinal);
        Assert.Equal("snel@bewoner.example", fast.Document.QuerySelector("#email")!.GetAttribute("value"));
        fixture.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("Kijk in uw mail", (await program.PressAsync(fast, Lost)).Heading);
    }

    [Fact]
    public async Task Form_WithTheHiddenFieldFilledIn_ComesBackWithItEmpty()
    {
        using var program = new Visitor(fixture.Host.Address, "203.0.113.2");
        var page = await program.OpenAsync("/link-kwijt");
        fixture.Clock.Advance(TimeSpan.FromSeconds(3));

        var trapped = await program.PressAsync(page, Lost, ("email", "val@bewoner.example"), ("website", "https://spam.example"));

        Assert.StartsWith("Een verborgen veld was ingevuld", Assert.Single(trapped.Errors), StringComparison.Ordinal);
        Assert.Equal("Kijk in uw mail", (await program.PressAsync(trapped, Lost)).Heading);
    }

    [Fact]
    public async Task Forms_TooManyOfOneSender_WaitWhileOthersGoOn()
    {
        using var busy = new Visitor(fixture.Host.Address, "203.0.113.3");
        using var other = new Visitor(fixture.Host.Address, "203.0.113.4");
        var page = await busy.OpenAsync("/code?taal=en");
        for (var number = 0; number < 8; number++)
        {
            await busy.PressAsync(page, "Continue", ("code", "te kort"));
        }

        var stopped = await busy.PressAsync(page, "Continue", ("code", "te kort"));

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.Status);
        Assert.Equal("Wait a moment and then try again", stopped.Heading);
        Assert.InRange(int.Parse(stopped.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await busy.OpenAsync("/code")).Status);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await other.PressAsync(await other.OpenAsync("/code"), "Verder", ("code", "te kort"))).Status);
    }

    [Fact]
    public async Task Mails_TooManyToOneAddress_AreStoppedFromWhereverTheyCome()
    {
        var pages = new List<PageSeen>();
        for (var number = 10; number < 13; number++)
        {
            using var sender = new Visitor(fixture.Host.Address, $"203.0.113.{number}");
            var page = await sender.OpenAsync("/link-kwijt");
            fixture.Clock.Advance(TimeSpan.FromSeconds(3));
            pages.Add(await sender.PressAsync(page, Lost, ("email", "bestookt@bewoner.example")));
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], pages.Select(page => page.Status));
        Assert.Contains("minuten weer verder", pages[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_TooManyWrongOnes_AreStopped()
    {
        using var guesser = new Visitor(fixture.Host.Address, "203.0.113.20");
        var page = await guesser.OpenAsync("/code");
        for (var number = 2; number < 5; number++)
        {
            Assert.NotEmpty((await guesser.PressAsync(page, "Verder", ("code", new string($"{number}"[0], 12)))).Errors);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.PressAsync(page, "Verder", ("code", "666666666666"))).Status);
    }

    [Fact]
    public async Task Favicon_IsTheLogo()
    {
        using var visitor = fixture.Host.NewVisitor();

        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/favicon.ico")).Status);
    }
}
