using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Initiatives;

[Collection(nameof(OnStorage))]
public sealed class PublicInitiativesTests(AppStorage storage)
{
    private const string Neighbourhood = "zuid-berghuizen";

    private PublicInitiatives Published => new(storage.Tables);

    [Fact]
    public async Task FindSimilar_OfFive_TellsTheLatestThree()
    {
        foreach (var (number, day) in new[] { (1, 4), (2, 9), (3, 1), (4, 7), (5, 2) })
        {
            await PublishAsync($"PI-{number}", "jeugd", day);
        }

        await PublishAsync("PI-6", "jeugd-en-gezin", 12);

        var found = await Published.FindSimilarAsync(Neighbourhood, "jeugd", CancellationToken.None);

        Assert.Equal(["PI-2", "PI-4", "PI-1"], found.Select(one => one.Title));
        Assert.Equal(new DateOnly(2026, 4, 9), found[0].GrantedOn);
    }

    [Fact]
    public async Task Publish_Again_TellsItOnce()
    {
        await PublishAsync("PI-7", "gezond-leven", 3);
        await PublishAsync("PI-7", "gezond-leven", 3);

        Assert.Single(await Published.FindSimilarAsync(Neighbourhood, "gezond-leven", CancellationToken.None));
    }

    private Task PublishAsync(string id, string theme, int day) => Published.PublishAsync(
        Cases.In(InitiativeState.Granted) with
        {
            Id = id,
            Title = id,
            ThemeId = theme,
            NeighbourhoodId = Neighbourhood,
            Letters = [new Letter(LetterKind.Award, "letter", new DateOnly(2026, 4, day), AnnouncedOn: null)],
        },
        CancellationToken.None);
}
