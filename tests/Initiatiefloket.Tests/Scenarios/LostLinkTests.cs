using System.Net;
using AngleSharp;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Townspeople who lost their links.</summary>
public sealed class LostLinkTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Subject = "Uw initiatieven bij het initiatiefloket";

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Ask_Applicant_GetsAllTheirsInOneMailAndNotTwiceAtOnce()
    {
        var first = await ApplyAsync(Townspeople.Resident("kwijt een") with { Email = "kwijt@bewoner.example" });
        var second = await ApplyAsync(Townspeople.Resident("kwijt twee") with { Email = "Kwijt@bewoner.example" });
        await fixture.Town.DeclineAsync(Townspeople.Reviewer, second);
        await fixture.Cases.MailedAsync(second, "decision");

        await AskAsync("KWIJT@bewoner.example");
        await AskAsync("kwijt@bewoner.example");

        var mail = await Eventually.FindAsync("the mail", FindAsync);
        Assert.Contains(first, mail.Text!, StringComparison.Ordinal);
        Assert.Contains(second, mail.Text!, StringComparison.Ordinal);
        using var resident = fixture.Host.NewVisitor();
        Assert.Equal(["Uw aanvraag is afgewezen", "Wij bekijken uw aanvraag"], (await HeadingsAsync(resident, mail)).Order());
        fixture.Clock.Advance(TimeSpan.FromMinutes(16));
        await AskAsync("kwijt@bewoner.example");
        await Eventually.FindAsync("the second mail", async () => await CountAsync("kwijt@bewoner.example") == 2 ? "" : null);
    }

    [Fact]
    public async Task Ask_UnknownAddress_GetsTheSameAnswerAndNoMail()
    {
        await ApplyAsync(Townspeople.Resident("bekend adres"));

        var known = await AskAsync("bekend.adres@bewoner.example");
        var unknown = await AskAsync("onbekend@bewoner.example");
        await Post.WaitForAsync("bekend.adres@bewoner.example", Subject);

        Assert.Equal((known.Status, known.Address, known.Document.ToHtml()), (unknown.Status, unknown.Address, unknown.Document.ToHtml()));
        Assert.Equal("Kijk in uw mail", unknown.Heading);
        Assert.Empty(await Post.ToAsync("onbekend@bewoner.example"));
    }

    [Fact]
    public async Task Ask_Reviewer_GetsWhatWaitsForThem()
    {
        var id = await ApplyAsync(Townspeople.Resident("voor de professional"));

        await AskAsync(Townspeople.Reviewer);

        var mail = await Post.WaitForAsync(Townspeople.Reviewer, Subject);
        Assert.Contains(id, mail.Text!, StringComparison.Ordinal);
        Assert.Contains("Bekijk en beslis", mail.Text!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen adres")]
    [InlineData("a@b")]
    public async Task Ask_NoAddress_SaysWhatToFillIn(string typed)
    {
        var page = await AskAsync(typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."], page.Errors);
    }

    [Fact]
    public async Task DeadLinkAndFooter_LeadToThePage()
    {
        using var resident = fixture.Host.NewVisitor();

        Assert.Equal("/link-kwijt", (await resident.OpenAsync("/status/AAAAAAAAAAAAAAAAAAAAAA")).LinkTo("Vraag uw links opnieuw aan"));
        Assert.Equal("Bent u uw link kwijt?", (await resident.OpenAsync((await resident.OpenAsync("/")).LinkTo("Link kwijt?"))).Heading);
        Assert.Equal("Have you lost your link?", (await resident.OpenAsync("/link-kwijt?taal=en")).Heading);
    }

    private async Task<string> ApplyAsync(Proposal proposal)
    {
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        return id;
    }

    private async Task<PageSeen> AskAsync(string email)
    {
        using var person = fixture.Host.NewVisitor();
        return await person.PressAsync(await person.OpenAsync("/link-kwijt"), "Stuur mij een mail", ("email", email));
    }

    // It goes to the address as it was written in either application.
    private async Task<MailSeen?> FindAsync()
    {
        var found = (await Post.AllAsync()).FirstOrDefault(mail => mail.Subject == Subject && IsTo(mail, "kwijt@bewoner.example"));
        return found is null ? null : await Post.WaitForAsync(found.To[0].Email, Subject);
    }

    private async Task<int> CountAsync(string email) => (await Post.AllAsync()).Count(mail => mail.Subject == Subject && IsTo(mail, email));

    private static bool IsTo(MailSeen mail, string email) => mail.To.Any(to => to.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    private static async Task<List<string>> HeadingsAsync(Visitor visitor, MailSeen mail)
    {
        var headings = new List<string>();
        foreach (var link in mail.Links)
        {
            headings.Add((await visitor.OpenAsync(link)).Heading);
        }

        return headings;
    }
}
