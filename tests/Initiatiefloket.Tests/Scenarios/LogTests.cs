using System.Net;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Who reads the logs cannot follow a link.</summary>
public sealed class LogTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    private static readonly string[] Pages = ["", "?keuze=afwijzen", "/antwoord", "/brief/1", "/brief/1/pdf", "/dossier", "/document/none", "/nothing/here"];

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Logs_OfAWholeCaseWithFailures_HoldNoToken()
    {
        var proposal = Townspeople.Resident("in het logboek", "4.000");
        using var resident = fixture.Host.NewVisitor();
        var draft = await Town.ReachCheckAsync(resident, proposal);
        await Town.SendAsync(resident, draft, proposal);
        var id = await fixture.Town.ConfirmAsync(proposal.Email);
        await fixture.Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");
        await fixture.Cases.MailedAsync(id, "council-raadslid-5");
        var links = (await Post.AllAsync()).SelectMany(mail => mail.Links).Select(link => new Uri(link).AbsolutePath).Distinct().ToList();
        Assert.True(links.Count >= 8);

        await FollowAsync(links);
        await SpoilAsync(links);
        await fixture.Azurite.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await resident.OpenAsync(links[0])).Status);
        await fixture.Azurite.StartAsync();
        fixture.Clock.Advance(TimeSpan.FromDays(70));
        var dead = await resident.OpenAsync(links.First(link => link.StartsWith("/status/", StringComparison.Ordinal)));
        Assert.Equal("Kijk in uw mail", (await resident.PressAsync(dead, "Stuur mij een nieuwe link")).Heading);

        var tokens = links.Append(draft.Address.AbsolutePath).Select(path => path.Split('/')[2]).Distinct().ToList();
        Assert.Contains(fixture.Logs.Lines, line => line.Contains("Storage did not answer", StringComparison.Ordinal));
        Assert.Contains(fixture.Logs.Lines, line => line.Contains("A form's antiforgery token was refused", StringComparison.Ordinal));
        Assert.Contains(fixture.Logs.Lines, line => line.StartsWith("Information Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Empty(fixture.Logs.Lines.Where(line => tokens.Exists(token => line.Contains(token, StringComparison.Ordinal))).Select(line => line[..Math.Min(line.Length, 300)]));
    }

    private async Task FollowAsync(List<string> links)
    {
        using var scanner = fixture.Host.NewVisitor();
        foreach (var address in links.SelectMany(link => Pages.Select(page => link + page)))
        {
            await scanner.SendAsync(HttpMethod.Head, address);
            await scanner.OpenAsync(address);
        }
    }

    // Forms without a token, too large or of another kind, renewals of what works, and tokens that are cut off or behind another door.
    private async Task SpoilAsync(List<string> links)
    {
        using var person = fixture.Host.NewVisitor();
        foreach (var link in links)
        {
            await person.SendAsync(HttpMethod.Post, link, ("keuze", "afwijzen"));
            await person.SendAsync(HttpMethod.Post, link, ("keuze", new string('x', 1_100_000)));
            await person.SendAsync(HttpMethod.Delete, link);
            await person.SendAsync(HttpMethod.Post, $"/nieuwe-link{link}");
            await person.OpenAsync(link + "%20");
            await person.OpenAsync($"/raadsbesluit/{link.Split('/')[2]}");
        }
    }
}
