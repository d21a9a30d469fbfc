using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Another municipality: nothing that anybody sees is that of the first one.</summary>
public sealed class ExampleTownTests(ExampleTownFixture town) : IClassFixture<ExampleTownFixture>
{
    private const string Reviewer = "professional1@voorbeeldstad.example";
    private const string FirstTown = "Oldenzaal";

    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/toegankelijkheid")]
    [InlineData("/link-kwijt")]
    [InlineData("/rij/2026")]
    [InlineData("/nergens")]
    public async Task PublicPage_OfAnotherTown_NamesThatTown(string address)
    {
        using var visitor = town.Host.NewVisitor();

        var page = await visitor.OpenAsync(address);

        Assert.Contains("Voorbeeldstad", page.Document.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(FirstTown, page.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Case_InAnotherTown_GoesFromFormToLetterInItsName()
    {
        var proposal = new Proposal
        {
            Title = "Samen eten in Noord",
            Neighbourhood = "noord",
            Theme = "ontmoeten",
            Email = "truus@voorbeeldbewoner.example",
            LivesAt = ("1234 AB", "Voorbeeldstad"),
        };

        var id = await town.Town.ApplyAsync(proposal);
        await town.Town.ApproveAsync(Reviewer, id, "1.200");
        var letter = await town.ReadLetterAsync(proposal.Email, id);

        Assert.Contains("het college van burgemeester en wethouders van Voorbeeldstad", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(FirstTown, letter, StringComparison.OrdinalIgnoreCase);
        foreach (var mail in await town.Host.Post.AllAsync())
        {
            var whole = await town.Host.Post.ReadAsync(mail);
            Assert.DoesNotContain(FirstTown, $"{whole.Subject} {whole.Text} {whole.Html}", StringComparison.OrdinalIgnoreCase);
        }
    }
}
