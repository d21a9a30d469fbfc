using System.Net;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Programs that try tokens until one works.</summary>
public sealed class GuessingTests(GuessingFixture fixture) : IClassFixture<GuessingFixture>
{
    [Fact]
    public async Task Links_TooManyThatNobodyWasSent_AreNotLookedUpForThatSender()
    {
        var link = await NewLinkAsync("wordt geraden");
        using var guesser = new Visitor(fixture.Host.Address, "203.0.113.30");
        using var other = new Visitor(fixture.Host.Address, "203.0.113.31");
        var form = await guesser.OpenAsync("/code");

        string[] guesses = ["/status/AAAAAAAAAAAAAAAAAAAAAA", "/beoordelen/AAAAAAAAAAAAAAAAAAAAAA/document/abc", "/beoordelen/BBBBBBBBBBBBBBBBBBBBBB"];
        foreach (var guess in guesses)
        {
            Assert.Equal(HttpStatusCode.OK, (await guesser.OpenAsync(link)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await guesser.OpenAsync(guess)).Status);
        }

        foreach (var address in guesses.Append(link))
        {
            var stopped = await guesser.OpenAsync(address);
            Assert.Equal((HttpStatusCode.TooManyRequests, "Wacht even en probeer het dan opnieuw"), (stopped.Status, stopped.Heading));
            Assert.Equal("1200", stopped.Headers["Retry-After"]);
        }

        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var renewal = await guesser.SendAsync(HttpMethod.Post, "/nieuwe-link/status/CCCCCCCCCCCCCCCCCCCCCC", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.TooManyRequests, renewal.Status);
        Assert.Equal(HttpStatusCode.OK, (await guesser.OpenAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.OpenAsync(link)).Status);
    }

    [Fact]
    public async Task Links_ThatWork_NeverCount()
    {
        var link = await NewLinkAsync("kijkt vaak");
        using var office = new Visitor(fixture.Host.Address, "203.0.113.32");

        for (var number = 0; number < 10; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync(link)).Status);
        }
    }

    private async Task<string> NewLinkAsync(string about)
    {
        var proposal = Townspeople.Resident(about);
        await fixture.Town.FillInAsync(proposal);
        return new Uri((await fixture.Host.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link).AbsolutePath;
    }
}
