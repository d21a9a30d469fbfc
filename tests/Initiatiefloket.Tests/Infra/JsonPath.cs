using System.Text.Json;

namespace Initiatiefloket.Tests.Infra;

internal static class JsonPath
{
    extension(JsonElement element)
    {
        /// <summary>The value at a path of names with dots between them, as text; empty where there is none.</summary>
        public string TextAt(string path) => element.At(path) is { ValueKind: not JsonValueKind.Undefined } found ? found.ToString() : "";

        /// <summary>The value at a path of names with dots between them.</summary>
        public JsonElement At(string path) => path.Split('.').Aggregate(
            element, (inner, name) => inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty(name, out var value) ? value : default);
    }
}
