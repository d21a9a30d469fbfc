using System.Globalization;
using System.Text.Json.Serialization;
using Initiatiefloket.Budget;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Funding;

/// <summary>The public line for the money of a year: a page for residents, and the chain of events for whoever wants to verify it (docs/money.md).</summary>
[TwoLanguages]
public sealed class LinePages(PotLedger pot, Policy policy)
{
    public const string Route = "rij";
    private const string Json = ".json";

    /// <summary>Shows the page of a year, such as <c>2026</c>, or its events, such as <c>2026.json</c>.</summary>
    [Function(nameof(ShowLine))]
    public async Task<IResult> ShowLine(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{year}")] HttpRequest request, string year, CancellationToken cancellation)
    {
        var isJson = year.EndsWith(Json, StringComparison.Ordinal);
        if (!int.TryParse(isJson ? year[..^Json.Length] : year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || policy.PotFor(number) is not { } known)
        {
            return Page.NotFound();
        }

        var events = await pot.GetLineAsync(number, cancellation);
        return isJson
            ? Results.Json(PublishedLine.Of(number, events))
            : Page.Show<LinePage>(new { Pot = known, Line = PublicLine.Of(events, await pot.GetRankedAsync(number, cancellation)) });
    }
}

/// <summary>The events of a line as they are published.</summary>
/// <param name="Year">Year of the pot.</param>
/// <param name="Events">Oldest first.</param>
public sealed record PublishedLine(int Year, IReadOnlyList<PublishedEvent> Events)
{
    public static PublishedLine Of(int year, IReadOnlyList<LineEvent> events) => new(year, [.. events.Select(PublishedEvent.Of)]);
}

/// <summary>One event, with its values as they were hashed: what is not there is left out here and an empty line there.</summary>
public sealed record PublishedEvent(int Number, string At, string Kind)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Place { get; init; }

    /// <summary>The amount in cents.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Cents { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CompleteAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SeedHash { get; init; }

    public required string Hash { get; init; }

    public static PublishedEvent Of(LineEvent happened) => new(happened.Number, LineEvent.MomentOf(happened.At), LineEvent.NameOf(happened.Kind))
    {
        Place = happened.Place,
        Cents = happened.Amount?.Cents,
        CompleteAt = happened.CompleteAt is { } at ? LineEvent.MomentOf(at) : null,
        SeedHash = happened.SeedHash,
        Hash = happened.Hash,
    };
}
