using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What a personal link opens, and all that it does not.</summary>
public sealed class LinksTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly string[] StatusPages = ["", "/antwoord", "/intrekken", "/brief/1", "/brief/1/pdf", "/gegevens", "/mails", "/dossier"];

    private static readonly string[] References = ["href", "src", "action", "formaction"];

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task MailedLinks_WhenOnlyLookedAt_ChangeNothing()
    {
        await Town.FillInAsync(Townspeople.Resident("nog te bevestigen"));
        var asked = await Town.ApplyAsync(Townspeople.Resident("kijken bij vraag"));
        await Town.AskAsync(Townspeople.Reviewer, asked, "Wie doet er mee?");
        await Cases.MailedAsync(asked, "question-1-asked");
        var called = await fixture.InCouncilWindowAsync("kijken bij raad");
        await Town.FollowAsync(Townspeople.Henk, "kijken bij raad", "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await Town.FollowAsync(Townspeople.Fatma, "kijken bij raad", "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await Cases.MailedAsync(called, "council-asked-applicant");
        var before = await Cases.VersionsAsync();

        using var scanner = fixture.Host.NewVisitor();
        var links = (await Post.AllAsync()).SelectMany(mail => mail.Links).Distinct().ToList();
        Assert.True(links.Count >= 10);
        foreach (var link in links.SelectMany(link => StatusPages.Select(page => link + page)))
        {
            await scanner.SendAsync(HttpMethod.Head, link);
            await scanner.OpenAsync(link);
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await scanner.OpenAsync(link)).Status);
        }

        Assert.Equal(before, await Cases.VersionsAsync());
    }

    [Fact]
    public async Task Post_WithoutATokenOfOurForm_IsRefused()
    {
        var proposal = Townspeople.Resident("zonder formulier");
        var id = await fixture.InCouncilWindowAsync("zonder formulier");
        var status = (await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link;
        var lookAlong = (await Post.WaitForAsync(Townspeople.Henk, proposal.Title)).Link;
        var undecided = await Town.ApplyAsync(Townspeople.Resident("onbeslist zonder formulier"));
        var review = (await Post.WaitForAsync(Townspeople.Reviewer, undecided)).Link;
        await Cases.MailedAsync(undecided, "review-1-invite-reviewer:welzijn");
        var before = await Cases.VersionsAsync();

        using var robot = fixture.Host.NewVisitor();
        PageSeen[] answers =
        [
            await robot.SendAsync(HttpMethod.Post, $"{status}/intrekken", ("x", "y")),
            await robot.SendAsync(HttpMethod.Post, lookAlong),
            await robot.SendAsync(HttpMethod.Post, review, ("keuze", "afwijzen"), ("redenen", "Zomaar.")),
            await robot.SendAsync(HttpMethod.Post, "/aanvragen/AAAAAAAAAAAAAAAAAAAAAA/idee", [.. proposal.Fields]),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("Wij hebben uw formulier nog niet ontvangen", answer.Heading);
        });
        Assert.Equal(before, await Cases.VersionsAsync());
    }

    [Fact]
    public async Task Token_OnAnotherPageOrCutOff_IsUnknown()
    {
        var proposal = Townspeople.Resident("verkeerde deur");
        var id = await Town.ApplyAsync(proposal);
        var status = new Uri((await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link);
        var token = status.Segments[^1];
        using var person = fixture.Host.NewVisitor();

        string[] addresses =
        [
            $"/beoordelen/{token}", $"/meekijken/{token}", $"/raadsbesluit/{token}", $"/bevestigen/{token}",
            $"/status/{token[..^1]}", $"/status/{token}A", "/status/AAAAAAAAAAAAAAAAAAAAAA", $"/status/{token[..^4]}!%20{token[^2..]}",
        ];

        foreach (var address in addresses)
        {
            var page = await person.OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound, "Deze link werkt niet"), (address, page.Status, page.Heading));
            Assert.Empty(page.Buttons);
        }
    }

    [Fact]
    public async Task Link_WithWhatAProgramAddedBehindIt_OpensTheSamePage()
    {
        var proposal = Townspeople.Resident("leestekens erachter");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        var status = (await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link;
        var review = (await Post.WaitForAsync(Townspeople.Reviewer, id)).Link;
        using var person = fixture.Host.NewVisitor();
        var form = (await person.OpenAsync("/aanvragen")).Address.AbsoluteUri[..^"/idee".Length];

        foreach (var link in new[] { status, review, form })
        {
            var (address, query) = (new Uri(link).GetLeftPart(UriPartial.Path), new Uri(link).Query);
            var page = await person.OpenAsync(link);
            foreach (var added in new[] { ".", "...", "%3E", ">", ")", ").", "%20", ",", "=", "=0A", "%22", "%E2%80%8B" })
            {
                var opened = await person.OpenAsync(address + added + query);
                Assert.Equal((added, page.Status, page.Heading, page.Address), (added, opened.Status, opened.Heading, opened.Address));
            }
        }

        var withdraw = await person.OpenAsync($"{status}./intrekken");
        Assert.Equal((HttpStatusCode.OK, $"{status}/intrekken"), (withdraw.Status, withdraw.Address.AbsoluteUri));
    }

    [Fact]
    public async Task Head_OfAnyPage_AnswersAsGetWithoutABody()
    {
        var proposal = Townspeople.Resident("alleen het hoofd");
        var id = await Town.ApplyAsync(proposal);
        var status = (await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link;
        using var person = fixture.Host.NewVisitor();

        foreach (var address in new[] { "/", "/aanvragen", "/privacy", "/link-kwijt", "/code", status, $"{status}/intrekken", "/status/AAAAAAAAAAAAAAAAAAAAAA", "/bestaat-niet" })
        {
            var get = await person.OpenAsync(address);
            var head = await person.SendAsync(HttpMethod.Head, address);

            Assert.Equal((address, get.Status, get.Headers["Content-Security-Policy"]), (address, head.Status, head.Headers["Content-Security-Policy"]));
            Assert.Equal("", head.Document.Body!.TextContent);
        }
    }

    [Fact]
    public async Task Link_WhenExpired_IsReplacedOnceByAWorkingOne()
    {
        var proposal = Townspeople.Resident("oude link");
        var id = await Town.ApplyAsync(proposal);
        await Town.DeclineAsync(Townspeople.Reviewer, id);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
        await Cases.MailedAsync(id, "decision");
        fixture.Clock.Advance(TimeSpan.FromDays(61));
        using var resident = fixture.Host.NewVisitor();

        var dead = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}")).Link);
        Assert.Equal(HttpStatusCode.Gone, dead.Status);
        var pressed = await Task.WhenAll(
            resident.PressAsync(dead, "Stuur mij een nieuwe link"), resident.PressAsync(dead, "Stuur mij een nieuwe link"));
        await resident.PressAsync(dead, "Stuur mij een nieuwe link");

        Assert.All(pressed, page => Assert.Equal("Kijk in uw mail", page.Heading));
        Assert.Equal("Uw aanvraag is afgewezen", (await Town.OpenAsync(proposal.Email, $"Uw pagina over initiatief {id}")).Heading);
        Assert.Single(await Post.AboutAsync(proposal.Email, "Uw pagina over"));
    }

    [Fact]
    public async Task Tokens_AreStoredNowhereAndNotPassedOn()
    {
        var proposal = Townspeople.Resident("geheim");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        var links = (await Post.ToAsync(proposal.Email)).Concat(await Post.AboutAsync(Townspeople.Reviewer, id)).SelectMany(mail => mail.Links)
            .DistinctBy(link => new Uri(link).AbsolutePath)
            .ToList();
        Assert.Equal(3, links.Count);
        using var person = fixture.Host.NewVisitor();

        // The dev mailbox stands in the same storage; its mails hold tokens, as mails do.
        var stored = await Cases.EverythingAsync(except: "DevMail");

        foreach (var link in links)
        {
            Assert.DoesNotContain(new Uri(link).Segments[^1], stored, StringComparison.Ordinal);
            var headers = (await person.OpenAsync(link)).Headers;
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Contains("no-store", headers["Cache-Control"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_BehindALink_TellNobodyElseTheirAddress()
    {
        await fixture.InCouncilWindowAsync("niet doorvertellen");
        using var person = fixture.Host.NewVisitor();
        var links = (await Post.AllAsync()).SelectMany(mail => mail.Links).DistinctBy(link => new Uri(link).AbsolutePath).ToList();
        Assert.True(links.Count >= 8);

        foreach (var link in links)
        {
            var token = new Uri(link).Segments[2];
            foreach (var page in StatusPages)
            {
                AssertKeptToItself(await person.OpenAsync(new Uri(link).AbsolutePath + page), token);
            }
        }
    }

    private void AssertKeptToItself(PageSeen page, string token)
    {
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("meta[http-equiv]"));

        var referred = page.Document.QuerySelectorAll("[href], [src], [action], [formaction]")
            .SelectMany(element => References.Select(name => (element.LocalName, Address: element.GetAttribute(name))))
            .Where(reference => reference.Address is not null)
            .Select(reference => (reference.LocalName, Address: new Uri(page.Address, reference.Address)))
            .Where(reference => reference.Address.Authority != page.Address.Authority && reference.Address.Scheme != "data")
            .ToList();
        Assert.All(referred, reference => Assert.Equal("a", reference.LocalName));
        Assert.All(referred, reference => Assert.DoesNotContain(token, reference.Address.ToString(), StringComparison.Ordinal));
    }
}
