using Initiatiefloket.Documents;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A document that the virus scanner cannot look at.</summary>
public sealed class UnscannableFileTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    [Fact]
    public async Task Document_ThatCannotBeScanned_IsToldToTheCoordinatorOnce()
    {
        var first = await fixture.Town.ApplyAsync(Townspeople.Resident("zware tekening"));
        await AttachAsync(first);

        var told = await ToldAsync(first);
        Assert.Contains("\"Tekening.pdf\"", told.Text!, StringComparison.Ordinal);
        using var coordinator = fixture.Host.NewVisitor();
        Assert.Contains(first, (await coordinator.OpenAsync(told.Link)).Text, StringComparison.Ordinal);

        // The next look tells of another one, and not of the first again.
        var second = await fixture.Town.ApplyAsync(Townspeople.Resident("nog een zware tekening"));
        await AttachAsync(second);
        await ToldAsync(second);
        Assert.Single(await fixture.Host.Post.AboutAsync(Townspeople.Coordinator, $"Bestand niet te openen: {first}"));
    }

    private async Task AttachAsync(string id)
    {
        var owner = DocumentOwner.OfApplication(id);
        var document = new Document(owner, DocumentStore.NewName(), "Tekening.pdf", DocumentKind.Pdf, 1, fixture.Clock.GetUtcNow(), DocumentState.Unscannable);
        await fixture.Host.Services.GetRequiredService<DocumentStore>().AddAsync(document, new MemoryStream([0]), CancellationToken.None);
    }

    private async Task<MailSeen> ToldAsync(string id)
    {
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        return await fixture.Host.Post.WaitForAsync(Townspeople.Coordinator, $"Bestand niet te openen: {id}");
    }
}
