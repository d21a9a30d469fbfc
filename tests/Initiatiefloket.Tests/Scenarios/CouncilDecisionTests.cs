using System.Net;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What the coordinator brings to the council and records of it.</summary>
public sealed class CouncilDecisionTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Published = "https://raad.oldenzaal.example/besluiten/12?punt=7b";

    [Fact]
    public async Task Decision_WithItsMeetingAndOtherDuties_IsInTheLetterAndOnThePagesOfAll()
    {
        var proposal = Townspeople.Resident("met verplichtingen", "20.000");
        var id = await AtTheCouncilAsync(proposal);

        await RecordAsync(id, ("vergadering", "Politiek beraad"), ("agendapunt", "7b"), ("vindplaats", Published), ("voorwaarde", "open-to-all"), ("voorwaarden", "Bel de wijkagent."));

        var letter = await fixture.ReadLetterAsync(proposal.Email, id);
        Assert.Contains("(politiek beraad, agendapunt 7b) besloten: De raad is enthousiast.", letter, StringComparison.Ordinal);
        Assert.Contains(Published, letter, StringComparison.Ordinal);
        Assert.Contains("Bel de wijkagent.", letter, StringComparison.Ordinal);
        Assert.Contains("Iedereen uit de buurt kan meedoen.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("vergunning", letter, StringComparison.Ordinal);
        await fixture.Cases.ReachAsync(id, InitiativeState.Granted);

        using var anybody = fixture.Host.NewVisitor();
        var links = fixture.Host.Services.GetRequiredService<LinkMaker>();
        var member = await links.NewAsync(LinkPurpose.LookAlong, id, Actor.CouncilMember("raadslid-1"), round: 2, CancellationToken.None);
        var status = await fixture.Town.OpenAsync(proposal.Email, $"Besluit over uw initiatief {id}");
        foreach (var page in new[] { await fixture.DeskLinkAsync(id), member.AbsoluteUri, status.Address.AbsoluteUri })
        {
            Assert.Equal(Published, (await anybody.OpenAsync(page)).LinkTo("Lees het raadsbesluit op raad.oldenzaal.example"));
        }
    }

    [Fact]
    public async Task Decision_WithNothingChanged_KeepsTheDutiesOfTheAdvice()
    {
        var proposal = Townspeople.Resident("zoals geadviseerd", "20.000");
        var id = await AtTheCouncilAsync(proposal);

        await RecordAsync(id);

        var letter = await fixture.ReadLetterAsync(proposal.Email, id);
        Assert.Contains("vergunning", letter, StringComparison.Ordinal);
        Assert.Contains("(raadsvergadering) besloten: De raad is enthousiast.", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_WithAnAddressThatIsNone_IsAskedAgainAndKeepsWhatWasTyped()
    {
        var id = await AtTheCouncilAsync(Townspeople.Resident("verkeerde link", "20.000"));

        var refused = await RecordAsync(id, ("vindplaats", "javascript:alert(1)"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("begint met https://", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Null((await fixture.Cases.GetAsync(id)).CouncilDecision);
    }

    [Fact]
    public async Task Proposal_ForTheClerk_IsAWordFileWithoutTheApplicant()
    {
        var proposal = Townspeople.Resident("een voorstel", "20.000");
        var id = await AtTheCouncilAsync(proposal);
        using var browser = new HttpClient();

        using var answer = await browser.GetAsync($"{await DecisionLinkAsync(id, Actor.Coordinator)}/raadsvoorstel");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"attachment; filename=\"raadsvoorstel-{id}.docx\"", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var seen = WordSeen.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Empty(seen.Problems);
        Assert.Equal($"Raadsvoorstel: {proposal.Title}", seen.Title);
        Assert.Contains(proposal.Plan, seen.Text, StringComparison.Ordinal);
        Assert.Contains("Voorkomen van problemen", seen.Text, StringComparison.Ordinal);
        Assert.All(new[] { proposal.Name, "Wolters", proposal.Email, "7571 AB" }, own => Assert.DoesNotContain(own, seen.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ProposalAndDocuments_AreForTheRecorderAlone()
    {
        var id = await AtTheCouncilAsync(Townspeople.Resident("niet voor ieder", "20.000"));
        var document = new Document(DocumentOwner.OfApplication(id), DocumentStore.NewName(), "Begroting.pdf", DocumentKind.Pdf, 1, fixture.Clock.GetUtcNow(), DocumentState.Clean);
        await fixture.Host.Services.GetRequiredService<DocumentStore>().AddAsync(document, new MemoryStream([7]), CancellationToken.None);
        var (recorder, other) = (await DecisionLinkAsync(id, Actor.Coordinator), await DecisionLinkAsync(id, Actor.Substitute));
        using var browser = new HttpClient();

        Assert.Equal([7], await browser.GetByteArrayAsync($"{recorder}/document/{document.Id}"));
        string[] closed = [$"{recorder}/document/{DocumentStore.NewName()}", $"{other}/document/{document.Id}", $"{other}/raadsvoorstel"];
        foreach (var address in closed)
        {
            using var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<string> AtTheCouncilAsync(Proposal proposal)
    {
        var id = await fixture.Town.ApplyAsync(proposal);
        foreach (var reviewer in new[] { Townspeople.Reviewer, Townspeople.SecondReviewer })
        {
            using var professional = fixture.Host.NewVisitor();
            var page = await professional.OpenAsync((await fixture.Host.Post.WaitForAsync(reviewer, $"initiatief {id}")).Link);
            var granted = await professional.DecideAsync(page, "Ken toe", [.. Decisions.Approval(page, "18.000"), ("voorwaarde", "permit")]);
            await fixture.Town.ConfirmAsync(professional, granted, reviewer);
        }

        await fixture.Cases.MailedAsync(id, "council-asked");
        return id;
    }

    private async Task<PageSeen> RecordAsync(string id, params (string Field, string Value)[] fields)
    {
        using var coordinator = fixture.Host.NewVisitor();
        (string Field, string Value)[] always =
        [
            ("besluit", "toekennen"), ("redenen", "De raad is enthousiast."), ("stemming", "zonder"),
            ("datum.day", $"{fixture.Today.Day}"), ("datum.month", $"{fixture.Today.Month}"), ("datum.year", $"{fixture.Today.Year}"),
        ];
        var page = await coordinator.OpenAsync(await DecisionLinkAsync(id, Actor.Coordinator));
        var answered = await coordinator.PressAsync(page, "Leg het besluit vast", [.. always, .. fields]);
        return await fixture.Town.ConfirmAsync(coordinator, answered, Townspeople.Coordinator);
    }

    private async Task<string> DecisionLinkAsync(string id, Actor person) => (await fixture.Host.Services.GetRequiredService<LinkMaker>()
        .NewAsync(LinkPurpose.CouncilDecision, id, person, round: 0, CancellationToken.None)).AbsoluteUri;
}
