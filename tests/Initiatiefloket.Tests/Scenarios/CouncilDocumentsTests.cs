using System.Net;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Documents that the coordinator releases to the council.</summary>
public sealed class CouncilDocumentsTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Release = "Vrijgeven voor de raad";
    private const string TakeBack = "Niet meer vrijgeven";

    private static readonly Actor Henk = Actor.CouncilMember("raadslid-1");

    [Fact]
    public async Task Release_OfADocument_OpensItToMembersUntilItIsTakenBack()
    {
        var id = await fixture.InCouncilWindowAsync("met tekening");
        var document = await AttachAsync(id, DocumentState.Clean);
        var address = $"{await LookAlongLinkAsync(id, Henk)}/document/{document.Id}";
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(address));
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));

        var unsure = await coordinator.PressAsync(desk, Release);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.Status);
        Assert.Equal("Zet een vinkje als u het zeker weet.", Assert.Single(unsure.Errors));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(address));

        var released = await coordinator.PressAsync(desk, Release, Sure(document));
        Assert.Contains("Raadsleden kunnen een document lezen.", released.Text, StringComparison.Ordinal);
        using var henk = fixture.Host.NewVisitor();
        var page = await henk.OpenAsync(await LookAlongLinkAsync(id, Henk));
        Assert.Contains("Documenten van de aanvrager", page.Text, StringComparison.Ordinal);
        using var browser = new HttpClient();
        using var opened = await browser.GetAsync(new Uri(page.Address, page.LinkTo(document.FileName)));
        Assert.Equal([7], await opened.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", opened.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(opened.Headers.CacheControl!.NoStore);
        Assert.Contains("sandbox", Assert.Single(opened.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync($"{address}/bekijken"));

        await coordinator.PressAsync(released, TakeBack, Sure(document));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync($"{address}/bekijken"));
        Assert.Contains("stuurde 1 document mee", (await henk.OpenAsync(page.Address.ToString())).Text, StringComparison.Ordinal);
        Assert.Equal([("DocumentReleased", "Document 1."), ("DocumentReleaseTakenBack", "Document 1.")], await TrailAsync(id));
    }

    [Fact]
    public async Task Release_PressedTwice_IsDoneAndToldOnce()
    {
        var id = await fixture.InCouncilWindowAsync("dubbel gedrukt");
        var document = await AttachAsync(id, DocumentState.Clean);
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));

        await coordinator.PressAsync(desk, Release, Sure(document));
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await coordinator.PressAsync(desk, Release, Sure(document));

        Assert.Single(await TrailAsync(id));
        Assert.Equal([document.Id], (await fixture.Cases.GetAsync(id)).DocumentsForCouncil);
    }

    [Theory]
    [InlineData(DocumentState.NotScanned)]
    [InlineData(DocumentState.Held)]
    [InlineData(DocumentState.Refused)]
    [InlineData(DocumentState.Unscannable)]
    public async Task Release_OfWhatWasNotScanned_IsRefusedHoweverItIsAsked(DocumentState state)
    {
        var id = await fixture.InCouncilWindowAsync($"niet gescand {state}");
        var (closed, clean) = (await AttachAsync(id, state), await AttachAsync(id, DocumentState.Clean));
        using var coordinator = fixture.Host.NewVisitor();
        var link = await fixture.DeskLinkAsync(id);
        var desk = await coordinator.OpenAsync(link);
        Assert.Single(desk.Buttons, Release);
        var token = desk.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var refused = await coordinator.SendAsync(
            HttpMethod.Post, $"{link}/document/{closed.Id}/raad", ("__RequestVerificationToken", token), ("actie", "vrijgeven"), Sure(closed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("niet gecontroleerd op virussen", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty((await fixture.Cases.GetAsync(id)).DocumentsForCouncil);
        Assert.Equal(DocumentState.Clean, clean.State);
    }

    [Fact]
    public async Task Document_ThatIsRefusedAfterItsRelease_IsClosedAtOnce()
    {
        var id = await fixture.InCouncilWindowAsync("achteraf besmet");
        var document = await AttachAsync(id, DocumentState.Clean);
        using var coordinator = fixture.Host.NewVisitor();
        await coordinator.PressAsync(await coordinator.OpenAsync(await fixture.DeskLinkAsync(id)), Release, Sure(document));
        var address = $"{await LookAlongLinkAsync(id, Henk)}/document/{document.Id}";
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(address));

        var table = fixture.Host.Services.GetRequiredService<DocumentTable>();
        await table.TrySetStateAsync((await table.FindAsync(document.Owner, document.Id, CancellationToken.None))!, DocumentState.Held, CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(address));
    }

    [Fact]
    public async Task Document_OfAnotherCaseOrForWhoeverIsInvolvedOrNoMember_IsNotThere()
    {
        var id = await fixture.InCouncilWindowAsync("van een ander");
        var other = await fixture.InCouncilWindowAsync("nog een ander");
        var document = await AttachAsync(id, DocumentState.Clean);
        using var coordinator = fixture.Host.NewVisitor();
        await coordinator.PressAsync(await coordinator.OpenAsync(await fixture.DeskLinkAsync(id)), Release, Sure(document));
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync($"{await LookAlongLinkAsync(id, Henk)}/document/{document.Id}"));

        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync($"{await LookAlongLinkAsync(other, Henk)}/document/{document.Id}"));
        Assert.NotEqual(HttpStatusCode.OK, await StatusOfAsync($"{await LookAlongLinkAsync(id, Actor.CouncilMember("raadslid-weg"))}/document/{document.Id}"));
        var initiatives = fixture.Host.Services.GetRequiredService<InitiativeTable>();
        var noted = new InitiativeEvent("test-involved", InitiativeEventKind.InvolvementNoted, fixture.Clock.GetUtcNow(), Actor.Workflow);
        await initiatives.ChangeAsync(id, noted, current => current.WithInvolvedOther(Henk), CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync($"{await LookAlongLinkAsync(id, Henk)}/document/{document.Id}"));
    }

    private static (string Field, string Value) Sure(Document document) => ($"raad-{document.Id}", "true");

    private async Task<Document> AttachAsync(string id, DocumentState state)
    {
        var document = new Document(
            DocumentOwner.OfApplication(id), DocumentStore.NewName(), $"Tekening {state}.pdf", DocumentKind.Pdf, 1, fixture.Clock.GetUtcNow(), state);
        await fixture.Host.Services.GetRequiredService<DocumentStore>().AddAsync(document, new MemoryStream([7]), CancellationToken.None);
        return document;
    }

    private async Task<string> LookAlongLinkAsync(string id, Actor member) => (await fixture.Host.Services.GetRequiredService<LinkMaker>()
        .NewAsync(LinkPurpose.LookAlong, id, member, round: 1, CancellationToken.None)).AbsoluteUri;

    private async Task<List<(string Kind, string? Note)>> TrailAsync(string id) =>
        [.. (await fixture.Host.Services.GetRequiredService<InitiativeTable>().GetEventsAsync(id, CancellationToken.None))
            .Where(happened => happened.Kind is InitiativeEventKind.DocumentReleased or InitiativeEventKind.DocumentReleaseTakenBack)
            .Select(happened => (happened.Kind.ToString(), happened.Note))];

    private static async Task<HttpStatusCode> StatusOfAsync(string address)
    {
        using var browser = new HttpClient();
        using var answer = await browser.GetAsync(address);
        return answer.StatusCode;
    }
}
