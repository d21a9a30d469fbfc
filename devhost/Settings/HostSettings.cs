using System.Text.Json.Nodes;

namespace Initiatiefloket.DevHost;

/// <summary>What the host is started with: its own arguments, host.json, and local.settings.json (else its sample) under the environment.</summary>
internal sealed record HostSettings(string App, string Dll, Uri Site, Uri Grpc, string Data, JsonNode? HostJson, IReadOnlyDictionary<string, string> Values)
{
    public static HostSettings Read(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        var app = Path.GetFullPath(given["app"] ?? throw new HostStartException("Say which app: --app <folder with the built app>."));
        var port = int.Parse(given["port"] ?? "7071");
        var site = new Uri($"http://localhost:{port}/");
        var local = AppFiles.Find("local.settings.json", app) ?? AppFiles.Find("local.settings.sample.json", app);
        var values = local is null ? [] : JsonNode.Parse(File.ReadAllText(local))![nameof(Values)]!.AsObject().ToDictionary(value => value.Key, value => (string)value.Value!);
        foreach (var name in values.Keys.Where(name => Environment.GetEnvironmentVariable(name) is not null).ToArray())
        {
            values[name] = Environment.GetEnvironmentVariable(name)!;
        }

        foreach (var (name, value) in given.AsEnumerable().Where(value => value.Value is not null && char.IsUpper(value.Key[0])))
        {
            values[name.Replace(":", "__", StringComparison.Ordinal)] = value!;
        }

        values["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        values["FUNCTIONS_APPLICATION_DIRECTORY"] = app;
        return new(app, given["dll"] ?? "Initiatiefloket.dll", site, new Uri($"http://127.0.0.1:{port + 1}/"), given["data"] ?? ".azurite", JsonNode.Parse(File.ReadAllText(Path.Combine(app, "host.json"))), values);
    }
}
