namespace Initiatiefloket.DevHost;

/// <summary>A function that the worker reported, with its trigger.</summary>
internal sealed record Function(RpcFunctionMetadata Metadata, JsonObject Trigger, IReadOnlyList<JsonObject> Bindings)
{
    private static readonly string[] Known = ["httpTrigger", "http", "timerTrigger", "orchestrationTrigger", "activityTrigger", "entityTrigger", "durableClient"];

    public string Name => Metadata.Name;

    public string TriggerType => TypeOf(Trigger);

    public string TriggerName => (string)Trigger["name"]!;

    public static Function Of(RpcFunctionMetadata metadata)
    {
        JsonObject[] bindings = [.. metadata.RawBindings.Select(raw => JsonNode.Parse(raw, new JsonNodeOptions { PropertyNameCaseInsensitive = true })!.AsObject())];
        return bindings.Select(TypeOf).FirstOrDefault(type => !Known.Contains(type)) is { } unknown
            ? throw new HostStartException($"Function '{metadata.Name}' has a binding of type '{unknown}', which this host does not know (it knows {string.Join(", ", Known)}): use Core Tools.")
            : new(metadata, bindings.First(binding => TypeOf(binding).EndsWith("Trigger", StringComparison.Ordinal)), bindings);
    }

    /// <summary>A call of this function, with what the trigger gives and clients of the durable engine.</summary>
    public InvocationRequest Call(TypedData input, string durableClient = "") => new()
    {
        InvocationId = Guid.NewGuid().ToString(),
        InputData =
        {
            new ParameterBinding { Name = TriggerName, Data = input },
            Bindings.Where(binding => TypeOf(binding) == "durableClient").Select(client => new ParameterBinding { Name = (string)client["name"]!, Data = new() { String = durableClient } }),
        },
    };

    /// <summary>As Core Tools show it at <c>/admin/functions</c>.</summary>
    public object Described() => new { name = Name, language = "dotnet-isolated", config = new { name = Name, bindings = Bindings } };

    private static string TypeOf(JsonObject binding) => (string?)binding["type"] ?? "";
}
