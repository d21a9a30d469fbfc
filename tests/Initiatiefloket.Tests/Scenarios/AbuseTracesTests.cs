using System.Net;
using System.Text.RegularExpressions;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Whoever looks after the loket sees that somebody tries its doors, and not who.</summary>
public sealed partial class AbuseTracesTests(AbuseTracesFixture fixture) : IClassFixture<AbuseTracesFixture>
{
    private const string Category = "Initiatiefloket.Web.Abuse: ";

    [Fact]
    public async Task Traces_OfLinksAndCodes_SayWhatASenderDoesAndNotWho()
    {
        const string Address = "203.0.113.77";
        using var guesser = new Visitor(fixture.Host.Address, Address);
        using var other = new Visitor(fixture.Host.Address, "203.0.113.78");
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident("wordt bestookt"));
        var link = (await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, id)).Link;
        var page = await guesser.OpenAsync(link);
        var asked = await guesser.DecideAsync(page, "Ken toe", Decisions.Approval(page));
        Assert.Equal("Bevestig uw besluit met een code", asked.Heading);

        const string Guess = "/status/AAAAAAAAAAAAAAAAAAAAAA";
        Assert.Equal(HttpStatusCode.NotFound, (await guesser.OpenAsync(Guess)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(Guess)).Status);
        await guesser.PressAsync(asked, "Bevestig het besluit", ("bevestigingscode", await WrongCodeAsync(id)));
        var typing = await guesser.OpenAsync("/code");
        for (var number = 2; number < 6; number++)
        {
            await guesser.PressAsync(typing, "Verder", ("code", new string($"{number}"[0], 12)));
        }

        fixture.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(HttpStatusCode.Gone, (await guesser.OpenAsync(link)).Status);

        var lines = fixture.Logs.Lines.Where(line => line.Contains(Category, StringComparison.Ordinal)).Select(line => line.Split(" | ")[0]).ToList();
        var senders = lines.Select(line => Sender().Match(line).Groups[1].Value).ToList();
        Assert.Equal(
            [
                $"Information {Category}A link was followed that nobody was sent. Sender: {senders[0]}.",
                $"Information {Category}A link was followed that nobody was sent. Sender: {senders[1]}.",
                $"Information {Category}A code was refused. Sender: {senders[0]}. Why: Wrong.",
                .. Enumerable.Repeat($"Information {Category}A code was refused. Sender: {senders[0]}. Why: NobodyWasSentIt.", 3),
                $"Warning {Category}A sender does too much and has to wait. Sender: {senders[0]}. Function: EnterCode.",
                $"Information {Category}A dead link was followed. Sender: {senders[0]}. Why: Expired.",
            ],
            lines);
        Assert.NotEqual(senders[0], senders[1]);
        Assert.Equal(
            ["unknown-link+1", "unknown-link+1", "refused-code+1", "refused-code+1", "refused-code+1", "refused-code+1", "too-much+1", "dead-link+1"], fixture.Counted);
        string[] secrets = [Address, new Uri(link).AbsolutePath.Split('/')[2], "AAAAAAAAAAAAAAAAAAAAAA"];
        Assert.DoesNotContain(fixture.Logs.Lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private async Task<string> WrongCodeAsync(string id)
    {
        var mail = await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"Uw code voor het besluit over initiatief {id}");
        return mail.Text!.Contains("000 000", StringComparison.Ordinal) ? "000001" : "000000";
    }

    [GeneratedRegex(@"Sender: ([0-9a-f]{16})\.")]
    private static partial Regex Sender();
}
