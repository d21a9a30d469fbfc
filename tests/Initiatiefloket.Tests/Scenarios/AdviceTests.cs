using System.Net;
using Initiatiefloket.Assignment;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Advice of a colleague: what who is involved gets to see of it (Awb 2:4), and which documents.</summary>
public sealed class AdviceTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Adviser = "g.nijhuis@oldenzaal.example";
    private static readonly Actor Ellen = Actor.Reviewer("welzijn");
    private static readonly Actor Youssef = Actor.Reviewer("jeugd");
    private static readonly Actor Gerda = Actor.Reviewer("zorg");
    private const string Plan = "Elke maand koken wij";
    private const string Give = "Geef dit advies";
    private const string Decline = "Ik ben betrokken en geef geen advies";

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    private DocumentLibrary Documents => fixture.Host.Services.GetRequiredService<DocumentLibrary>();

    [Fact]
    public async Task Adviser_InvolvedSince_SeesNothingAndGivesNoAdvice()
    {
        var id = await AskedAsync("adviseur betrokken");
        var attached = await AttachAsync(DocumentOwner.OfApplication(id));
        using var adviser = fixture.Host.NewVisitor();
        var page = await adviser.OpenAsync(await AdviceLinkAsync(id));
        Assert.Contains(Plan, page.Text, StringComparison.Ordinal);
        await HandOverAsync(id, Ellen, Gerda, HandOverReason.Coordinator);
        await HandOverAsync(id, Gerda, Youssef, HandOverReason.Conflict);

        foreach (var seen in new[]
        {
            await adviser.OpenAsync(page.Address.ToString()),
            await adviser.PressAsync(page, Give, ("advies", "Geef het maar.")),
            await adviser.OpenAsync($"{page.Address}/document/{attached.Id}"),
        })
        {
            Assert.Equal("U geeft geen advies over dit initiatief", seen.Heading);
            Assert.DoesNotContain("adviseur betrokken", seen.Document.DocumentElement.TextContent, StringComparison.Ordinal);
            Assert.Empty(seen.Buttons);
        }

        Assert.DoesNotContain("advice-1-given", await Cases.MailsAsync(id));
    }

    [Fact]
    public async Task Asker_InvolvedSince_GetsNoMail_WhoDecidesNowDoes()
    {
        var id = await AskedAsync("vrager betrokken");
        await HandOverAsync(id, Ellen, Youssef, HandOverReason.Conflict);

        var given = await Town.FollowAsync(Adviser, $"Advies gevraagd: {id}", Give, ("advies", "Ja, zeker."));

        Assert.Contains("Wie nu over de aanvraag beslist, kan uw antwoord lezen.", given.Text, StringComparison.Ordinal);
        var mail = await Post.WaitForAsync(Townspeople.SecondReviewer, $"Advies gekregen: {id}");
        Assert.Contains("Ellen Kamphuis stelde die vraag", mail.Text!, StringComparison.Ordinal);
        Assert.Contains("Ja, zeker.", mail.Text, StringComparison.Ordinal);
        Assert.Empty(await Post.AboutAsync(Townspeople.Reviewer, $"Advies gekregen: {id}"));
    }

    [Fact]
    public async Task Adviser_WhoSaysThatTheyAreInvolved_SeesNothingAnyMoreAndTheAskerKnows()
    {
        var id = await AskedAsync("zegt het zelf");
        using var adviser = fixture.Host.NewVisitor();
        var page = await adviser.OpenAsync(await AdviceLinkAsync(id));
        var asked = await adviser.PressAsync(page, Decline);
        Assert.StartsWith("Zet een vinkje", Assert.Single(asked.Errors), StringComparison.Ordinal);

        var declined = await adviser.PressAsync(asked, Decline, ("betrokken", "true"));
        await adviser.PressAsync(page, Decline, ("betrokken", "true"));

        Assert.Equal(("U geeft geen advies over dit initiatief", page.Address), (declined.Heading, declined.Address));
        Assert.DoesNotContain(Plan, declined.Text, StringComparison.Ordinal);
        await Post.WaitForAsync(Townspeople.Reviewer, $"Geen advies: {id}");
        using var reviewer = fixture.Host.NewVisitor();
        var talk = await reviewer.OpenAsync(await TalkAddressAsync(id));
        Assert.Contains("Gerda Nijhuis is betrokken bij dit initiatief en geeft geen advies.", talk.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await reviewer.PressAsync(talk, "Vraag advies", ("collega", "zorg"), ("vraag", "Toch?"))).Errors);
        Assert.IsType<Saved.TooLate>(await TryHandOverAsync(id, Ellen, Gerda, HandOverReason.Coordinator));
        Assert.Single(await Cases.EventsAsync(id), $"involved-{Gerda}");
    }

    [Fact]
    public async Task Adviser_WhoDecidesByNow_IsSentToTheirOwnMail()
    {
        var id = await AskedAsync("adviseur beslist nu");
        using var adviser = fixture.Host.NewVisitor();
        var before = await adviser.OpenAsync(await AdviceLinkAsync(id));
        await HandOverAsync(id, Ellen, Gerda, HandOverReason.Coordinator);

        foreach (var page in new[]
        {
            await adviser.OpenAsync(before.Address.ToString()),
            await adviser.PressAsync(before, Give, ("advies", "Geef het maar.")),
            await adviser.PressAsync(before, Decline, ("betrokken", "true")),
        })
        {
            Assert.Contains("U beslist nu zelf mee", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Buttons);
        }

        Assert.Equal([Gerda], (await Cases.GetAsync(id)).Panel.Seats);
        Assert.DoesNotContain("advice-1-given", await Cases.MailsAsync(id));
    }

    [Fact]
    public async Task Documents_OfAnAnswer_AreSeenOnceItIsSent()
    {
        var id = await AskedAsync("nog niet verstuurd");
        var attached = await AttachAsync(DocumentOwner.OfApplication(id));
        await Town.AskAsync(Townspeople.Reviewer, id, "Heeft u een offerte?");
        var asked = await Cases.ReachAsync(id, InitiativeState.WaitingForApplicant);
        var unsent = await AttachAsync(asked.VerdictOf(1)!.Questions[0].OwnerIn(id));
        using var person = fixture.Host.NewVisitor();
        var advice = await AdviceLinkAsync(id);
        var review = new Uri((await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}")).Link).GetLeftPart(UriPartial.Path);

        Assert.Equal([attached.Id], await ListedAsync(person, advice));
        Assert.All(
            await StatusesAsync(person, $"{advice}/document/{unsent.Id}", $"{review}/document/{unsent.Id}", $"{review}/document/{unsent.Id}/bekijken"),
            status => Assert.Equal(HttpStatusCode.NotFound, status));

        await Town.AnswerAsync("nog.niet.verstuurd@bewoner.example", id, "Zie de offerte.");

        Assert.Equal([.. new[] { attached.Id, unsent.Id }.Order(StringComparer.Ordinal)], await ListedAsync(person, advice));
        Assert.All(
            await StatusesAsync(person, $"{advice}/document/{unsent.Id}", $"{review}/document/{unsent.Id}", $"{review}/document/{attached.Id}/bekijken"),
            status => Assert.Equal(HttpStatusCode.OK, status));
    }

    private async Task<string> AskedAsync(string about)
    {
        var id = await Town.ApplyAsync(Townspeople.Resident(about));
        await Cases.MailedAsync(id, $"review-1-invite-{Ellen}");
        using var reviewer = fixture.Host.NewVisitor();
        var talk = await reviewer.OpenAsync(await TalkAddressAsync(id));
        await reviewer.PressAsync(talk, "Vraag advies", ("collega", "zorg"), ("vraag", "Past dit bij de Wmo?"));
        return id;
    }

    private async Task<string> TalkAddressAsync(string id) =>
        $"{new Uri((await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}")).Link).AbsolutePath}/overleg";

    private async Task<string> AdviceLinkAsync(string id) => (await Post.WaitForAsync(Adviser, $"Advies gevraagd: {id}")).Link;

    private async Task HandOverAsync(string id, Actor from, Actor to, HandOverReason why) =>
        Assert.IsType<Saved.Now>(await TryHandOverAsync(id, from, to, why));

    private async Task<Saved> TryHandOverAsync(string id, Actor from, Actor to, HandOverReason why) =>
        await fixture.Host.Services.GetRequiredService<HandOvers>().HandOverAsync(
            fixture.Host.Workflows, await Cases.GetAsync(id), from, to, why, by: from, CancellationToken.None);

    private async Task<Document> AttachAsync(DocumentOwner owner)
    {
        var content = Pdfs.OnePage;
        var file = new FormFile(new MemoryStream(content), 0, content.Length, "bestand", "offerte.pdf");
        return Assert.IsType<DocumentAdded.Taken>(await Documents.AddAsync(owner, file, CancellationToken.None)).Document;
    }

    // In the order of their ids: on a clock that stands still, that is also the order on the page.
    private static async Task<IReadOnlyList<string>> ListedAsync(Visitor person, string address) =>
        [.. (await person.OpenAsync(address)).Document.QuerySelectorAll("a[href*='/document/']").Select(link => link.GetAttribute("href")!.Split('/')[^1])];

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(Visitor person, params string[] addresses)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var address in addresses)
        {
            statuses.Add((await person.OpenAsync(address)).Status);
        }

        return statuses;
    }
}
