using System.Text.Json;
using System.Text.Json.Serialization;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>A part of the application that a question can be about: one of those below, or a plain question.</summary>
/// <param name="Id">How it is stored.</param>
[JsonConverter(typeof(Stored))]
public sealed record ApplicationPart(string Id)
{
    /// <summary>The application as a whole, or something that the form does not ask.</summary>
    public static ApplicationPart Whole { get; } = new("Whole");

    /// <summary>What it is and why it is needed.</summary>
    public static ApplicationPart Plan { get; } = new("Plan");

    /// <summary>Part of town, and the place in it.</summary>
    public static ApplicationPart Place { get; } = new("Place");

    /// <summary>From when until when.</summary>
    public static ApplicationPart When { get; } = new("When");

    /// <summary>The lines of the budget, and money from elsewhere.</summary>
    public static ApplicationPart Costs { get; } = new("Costs");

    /// <summary>The amount asked.</summary>
    public static ApplicationPart Asked { get; } = new("Asked");

    /// <summary>What was sent along.</summary>
    public static ApplicationPart Documents { get; } = new("Documents");

    private sealed class Stored : JsonConverter<ApplicationPart>
    {
        public override ApplicationPart Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, ApplicationPart value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }
}

/// <summary>What the reviewer needs and may be missing when an application is sent.</summary>
/// <param name="Part">The part of the application.</param>
/// <param name="In">Where in the form it can be filled in.</param>
/// <param name="Words">How it is named.</param>
public sealed record Gap(ApplicationPart Part, FormPart In, OpenWords Words)
{
    public static Gap StartsOn { get; } = new(
        ApplicationPart.When,
        FormPart.WhereAndWhen,
        new OpenWords("Wanneer u wilt beginnen", "Wanneer het begint", "Wanneer wilt u beginnen, en wanneer is het klaar?"));

    public static Gap Costs { get; } = new(
        ApplicationPart.Costs,
        FormPart.Costs,
        new OpenWords("Welke kosten u maakt", "Welke kosten er zijn", "Welke kosten maakt u? Noem elke soort kosten met het bedrag."));

    /// <summary>The gap that a plain question leaves; null when the reviewer can do without an answer.</summary>
    public static Gap? Of(PlainQuestion question) =>
        question.Open is { } words ? new Gap(new ApplicationPart(question.Part), question.In, words) : null;

    /// <summary>All gaps, in the order of the form.</summary>
    /// <param name="plain">Those of plain questions.</param>
    /// <param name="hasStart">Whether it has a first day.</param>
    /// <param name="hasCosts">Whether it has a cost line.</param>
    public static IReadOnlyList<Gap> Of(IEnumerable<Gap> plain, bool hasStart, bool hasCosts) =>
        [.. plain.Concat(hasStart ? [] : [StartsOn]).Concat(hasCosts ? [] : [Costs]).OrderBy(gap => gap.In)];
}
