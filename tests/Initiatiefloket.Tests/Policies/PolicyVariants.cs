using System.Text.Json;
using System.Text.Json.Nodes;

namespace Initiatiefloket.Tests.Policies;

/// <summary>Policies that each differ in one place: a key that is gone or renamed, a value of another type, an empty or an unlikely one.</summary>
internal static class PolicyVariants
{
    private static readonly string[] OfEachType = ["null", "true", "7", "\"tekst\"", "[]", "{}"];

    /// <summary>All variants of one part of a policy.</summary>
    /// <param name="policy">The policy; it stays as it is.</param>
    /// <param name="part">A key of the whole.</param>
    /// <returns>What was changed, and the policy with that change.</returns>
    public static IEnumerable<(string Change, JsonNode Policy)> Of(JsonNode policy, string part) =>
        from place in PlacesIn(policy[part]!, part)
        from variant in Missing(policy, place.Path).Concat(OtherValues(policy, place.Path, place.Value))
        select variant;

    private static IEnumerable<(string Path, JsonNode? Value)> PlacesIn(JsonNode? value, string path) =>
        (value switch
        {
            JsonObject section => section.SelectMany(property => PlacesIn(property.Value, $"{path}.{property.Key}")),
            JsonArray list => list.Index().DistinctBy(item => ShapeOf(item.Item)).SelectMany(item => PlacesIn(item.Item, $"{path}[{item.Index}]")),
            _ => [],
        }).Prepend((path, value));

    // One object of each shape: more of the same tell nothing new.
    private static string ShapeOf(JsonNode? item) => item is JsonObject section ? $"{string.Join(',', section.Select(property => property.Key))} {section["kind"]}" : "";

    private static IEnumerable<(string Change, JsonNode Policy)> Missing(JsonNode policy, string path)
    {
        if (path.EndsWith(']'))
        {
            yield break;
        }

        yield return ($"{path} taken away", Changed(policy, path, ""));
        var renamed = Changed(policy, path, "");
        PolicyFileTests.Put(renamed, $"{path}x", "\"tekst\"");
        yield return ($"{path} renamed", renamed);
    }

    private static IEnumerable<(string Change, JsonNode Policy)> OtherValues(JsonNode policy, string path, JsonNode? value)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        string[] ofTheSameType = kind switch
        {
            JsonValueKind.String => ["\"\"", "\"  \"", "\"Wat anders!\"", "\"iets-anders\""],
            JsonValueKind.Number => ["-1", "0", "0.5", "2000000000"],
            JsonValueKind.Array => ["[]"],
            JsonValueKind.Object => ["{}"],
            _ => [],
        };
        return OfEachType
            .Where(other => JsonNode.Parse(other)?.GetValueKind() != kind)
            .Concat(ofTheSameType)
            .Select(other => ($"{path} = {other}", Changed(policy, path, other)));
    }

    private static JsonNode Changed(JsonNode policy, string path, string value)
    {
        var changed = policy.DeepClone();
        PolicyFileTests.Put(changed, path, value);
        return changed;
    }
}
