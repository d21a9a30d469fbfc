using System.Text.Json.Nodes;
using Initiatiefloket.DevHost.Protocol;

namespace Initiatiefloket.DevHost;

/// <summary>A function that the worker reported, with its trigger.</summary>
internal sealed record Function(RpcFunctionMetadata Metadata, JsonObject Trigger, IReadOnlyList<JsonObject> Bindings)
{
    public string Name => Metadata.Name;
    public string TriggerType => (string)Trigger["type"]!;
    public string TriggerName => (string)Trigger["name"]!;
    public IEnumerable<string> DurableClients => Bindings.Where(b => (string)b["type"]! == "durableClient").Select(b => (string)b["name"]!);

    public static Function Of(RpcFunctionMetadata metadata)
    {
        JsonObject[] bindings = [.. metadata.RawBindings.Select(raw => JsonNode.Parse(raw, new JsonNodeOptions { PropertyNameCaseInsensitive = true })!.AsObject())];
        return new(metadata, bindings.First(b => ((string)b["type"]!).EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)), bindings);
    }
}
