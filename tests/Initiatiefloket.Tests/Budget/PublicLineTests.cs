using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatiefloket.Budget;
using Initiatiefloket.DevHost;
using Initiatiefloket.Funding;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Infra;

namespace Initiatiefloket.Tests.Budget;

/// <summary>The line as it is published. The example in the documents is what the app publishes and what the command verifies.</summary>
public sealed class PublicLineTests
{
    private static readonly string Example = Repository.Read("docs", "example-line.json");

    private static List<LineEvent> Events { get; } = Chain(
        Of(LineEventKind.Opened, "2026-01-01T08:00:00Z", amount: 0) with { SeedHash = LineSeeds.Head.SeedHash },
        Of(LineEventKind.Ceiling, "2026-01-01T08:00:00Z", amount: 5000),
        Of(LineEventKind.Joined, "2026-03-02T08:00:00Z", 1, 3000) with { CompleteAt = At("2026-03-02T08:00:00Z") },
        Of(LineEventKind.Joined, "2026-03-02T09:30:00Z", 2, 4000) with { CompleteAt = At("2026-03-02T09:30:00Z") },
        Of(LineEventKind.Reserved, "2026-03-09T10:00:00Z", 1, 3000),
        Of(LineEventKind.Waits, "2026-03-10T10:00:00Z", 2, 4000),
        Of(LineEventKind.PartOffered, "2026-03-10T10:00:01Z", 2, 2000),
        Of(LineEventKind.PartAccepted, "2026-03-12T10:00:00Z", 2, 2000));

    [Fact]
    public void Published_Events_AreTheExampleInTheDocuments()
    {
        var published = JsonSerializer.SerializeToNode(PublishedLine.Of(2026, Events), JsonSerializerOptions.Web);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Example), published), published!.ToJsonString());
    }

    [Fact]
    public void Verify_TheExample_IsRight()
    {
        Assert.Null(LineVerifier.Verify(JsonSerializer.Deserialize<JsonElement>(Example), out var said));
        Assert.Equal($"Right: 8 events, each following from the one before. Hash of the last: {Events[^1].Hash}", said);
    }

    [Theory]
    [InlineData("\"cents\": 400000", "\"cents\": 300000", "Wrong: the hash of event 4")]
    [InlineData("\"number\": 5", "\"number\": 6", "Wrong: after event 4 comes event 6.")]
    [InlineData("2026-03-02T09:30:00.0000000Z", "2026-03-02T07:30:00.0000000Z", "Wrong: the hash of event 4")]
    public void Verify_AValueThatWasChanged_NamesTheEvent(string was, string became, string problem) => Assert.StartsWith(
        problem, LineVerifier.Verify(JsonSerializer.Deserialize<JsonElement>(Example.Replace(was, became, StringComparison.Ordinal)), out _), StringComparison.Ordinal);

    [Fact]
    public void Of_Events_ShowsHowEachPlaceStands()
    {
        var line = PublicLine.Of([.. Events.Take(7)], ranked: [2]);

        Assert.Equal((Euro.Whole(5000), Events[6].Hash), (line.Ceiling, line.Hash));
        Assert.Equal(
            [
                new PublicPlace(2, 1, At("2026-03-02T09:30:00Z"), Euro.Whole(4000), PlaceState.Offered),
                new PublicPlace(1, null, At("2026-03-02T08:00:00Z"), Euro.Whole(3000), PlaceState.Served),
            ],
            line.Places);
        Assert.Equal(Euro.Whole(2000), PublicLine.Of(Events, []).Places.First(place => place.Number == 2).Amount);
    }

    private static LineEvent Of(LineEventKind kind, string at, int? place = null, int? amount = null) =>
        new() { Number = 0, At = At(at), Kind = kind, Place = place, Amount = amount is { } euros ? Euro.Whole(euros) : null };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

    private static List<LineEvent> Chain(params IReadOnlyList<LineEvent> events)
    {
        var (chain, hash) = (new List<LineEvent>(), LineEvent.BeforeAll);
        foreach (var (index, happened) in events.Index())
        {
            chain.Add((happened with { Number = index + 1 }).After(hash));
            hash = chain[^1].Hash;
        }

        return chain;
    }
}
