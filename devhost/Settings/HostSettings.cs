namespace Initiatiefloket.DevHost;

/// <summary>What the host runs with.</summary>
/// <param name="App">The folder with the built app; null for Azurite and the mailbox alone.</param>
/// <param name="Site">Where the app's pages and the mailbox are.</param>
/// <param name="Data">The folder with all data of this machine.</param>
/// <param name="Azurite">Where Azurite listens; null when the app has storage elsewhere.</param>
/// <param name="HostJson">host.json, with the settings <c>AzureFunctionsJobHost__…</c> over it, as the real host has it.</param>
/// <param name="Values">The app's settings as configuration names them: local.settings.json (else its sample), over it the environment, over that the command line.</param>
/// <param name="IsVerbose">Whether the console shows all that host.json lets through.</param>
internal sealed record HostSettings(string? App, Uri Site, string Data, AzuritePorts? Azurite, IConfiguration HostJson, IReadOnlyDictionary<string, string?> Values, bool IsVerbose)
{
    private const string Storage = "AzureWebJobsStorage";
    private const string HostJsonPrefix = "AzureFunctionsJobHost:";
    private const string Usage = "The host knows --app <folder>, --port, --data <folder>, --azurite <first of three ports, 0 for free ones>, --verbose, --Setting:Name=value, and 'services' instead of --app.";

    public static HostSettings Read(string[] args)
    {
        var given = Parse(args);
        var isAlone = given.ContainsKey("services");
        var app = isAlone ? null : Path.GetFullPath(given.GetValueOrDefault("app") ?? throw new HostStartException($"Say which app to run. {Usage}"));
        var file = File.Exists(Path.Combine(app ?? "", "local.settings.json")) ? "local.settings.json" : "local.settings.sample.json";
        var local = app is null ? new ConfigurationManager() : Load(app, file, isOptional: true);
        var usual = PortOf(local["Host:LocalHttpPort"]) ?? (isAlone ? 7072 : 7071);
        var site = new Uri($"http://localhost:{PortOf(given.GetValueOrDefault("port")) ?? usual}/");
        // A file names the app's own address with the usual port; started on another, the app and its mailbox are there.
        var values = local.GetSection(nameof(Values)).AsEnumerable(makePathsRelative: true).Where(value => value.Value is not null)
            .ToDictionary(value => value.Key.Replace("__", ":", StringComparison.Ordinal), value => value.Value?.Replace($"localhost:{usual}", site.Authority, StringComparison.Ordinal));
        foreach (var (name, value) in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => (Name: $"{variable.Key}".Replace("__", ":", StringComparison.Ordinal), Value: $"{variable.Value}"))
            .Where(variable => values.ContainsKey(variable.Name) || variable.Name == Storage || variable.Name.StartsWith(HostJsonPrefix, StringComparison.Ordinal))
            .Concat(given.Where(option => char.IsUpper(option.Key[0])).Select(option => (option.Key, option.Value))))
        {
            values[name] = value;
        }

        values["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        var isOwn = isAlone || values.GetValueOrDefault(Storage) is "UseDevelopmentStorage=true";
        var azurite = isOwn ? AzuritePorts.From(PortOf(given.GetValueOrDefault("azurite"))) : null;
        values[Storage] = azurite?.ConnectionString ?? values.GetValueOrDefault(Storage)
            ?? throw new HostStartException($"The setting {Storage} is missing: for storage on this machine give it the value UseDevelopmentStorage=true, in local.settings.json.");
        // Copied, since a configuration within another one loses what is empty, as a route prefix.
        var shipped = (app is null ? new ConfigurationManager() : Load(app, "host.json")).AsEnumerable();
        var hostJson = new ConfigurationBuilder().AddInMemoryCollection(shipped).AddInMemoryCollection(
            values.Where(value => value.Key.StartsWith(HostJsonPrefix, StringComparison.Ordinal)).Select(value => KeyValuePair.Create(value.Key[HostJsonPrefix.Length..], value.Value)));
        var data = given.GetValueOrDefault("data") ?? (isAlone ? ".azurite/core-tools" : ".azurite");
        var folder = Path.GetFullPath(data, AzuriteProcess.FolderWithNodeModules());
        // Beside the data that it opens, so that both are kept or removed together.
        values["Keys:LocalFile"] = values.GetValueOrDefault("Keys:VaultKey") is { Length: > 0 } ? "" : Path.Combine(folder, values.GetValueOrDefault("Keys:LocalFile") ?? "local.key");
        return new(app, site, folder, azurite, hostJson.Build(), values, given.ContainsKey("verbose"));
    }

    public static IConfiguration Load(string app, string file, bool isOptional = false)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.Combine(app, file), isOptional).Build();
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or InvalidDataException)
        {
            throw new HostStartException($"{Path.Combine(app, file)} cannot be read: {(wrong.InnerException?.InnerException ?? wrong.InnerException ?? wrong).Message}", wrong);
        }
    }

    /// <summary>The console shows warnings and errors, of them what host.json lets through; all of that with --verbose.</summary>
    public void ConfigureLog(ILoggingBuilder logging)
    {
        // Storage warns of whatever is there already, and the forwarder of what HttpFront says.
        var (least, ofPackages) = IsVerbose ? (LogLevel.Information, LogLevel.Information) : (LogLevel.Warning, LogLevel.Error);
        logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter(null, least).AddFilter("Azure.Core", ofPackages).AddFilter("Yarp", ofPackages)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // what it says of a start that fails is said in one line
        foreach (var level in HostJson.GetSection("logging:logLevel").GetChildren())
        {
            var given = Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out var known) ? known
                : throw new HostStartException($"host.json: '{level.Value}' is no log level.");
            var category = level.Key.Equals("default", StringComparison.OrdinalIgnoreCase) ? null : level.Key;
            logging.AddFilter(category, IsVerbose || given > LogLevel.Warning ? given : LogLevel.Warning);
        }
    }

    private static Dictionary<string, string> Parse(string[] args)
    {
        var options = new Dictionary<string, string>();
        for (var left = new Queue<string>(args); left.TryDequeue(out var argument);)
        {
            var (name, value) = (argument.TrimStart('-').Split('=', 2)[0], argument.Split('=', 2).ElementAtOrDefault(1));
            var isKnown = name is "services" or "verbose" or "app" or "port" or "data" or "azurite" || (name.Length > 0 && char.IsUpper(name[0]));
            options[name] = !isKnown || argument.StartsWith("--", StringComparison.Ordinal) == name is "services" ? throw new HostStartException($"Unknown argument '{argument}'. {Usage}")
                : value ?? (name is "services" or "verbose" ? "" : left.TryDequeue(out var next) ? next : throw new HostStartException($"'{argument}' has no value. {Usage}"));
        }

        return options;
    }

    private static int? PortOf(string? text) => text is null ? null : ushort.TryParse(text, out var port) ? port : throw new HostStartException($"'{text}' is no port. {Usage}");
}
