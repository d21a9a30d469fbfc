namespace Initiatiefloket.DevHost;

/// <summary>An Azurite that lives no longer than this process, and saves its data when it ends.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const string Script = "node_modules/azurite/dist/src/azurite.js";

    private readonly ChildProcess _process;
    private readonly TaskCompletionSource<AzuritePorts> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int> _ports = [];

    private AzuriteProcess(ProcessStartInfo start) => _process = new(start, Hear);

    /// <summary>Ends when the process does, for whatever reason.</summary>
    public Task Ended => _process.Ended;

    public AzuritePorts Ports => _listening.Task.Result;

    /// <summary>The nearest folder, from the given one up, in which the npm packages are installed.</summary>
    public static string FolderWithNodeModules(string searchFrom)
    {
        var folder = searchFrom;
        while (folder is not null && !File.Exists(Path.Combine(folder, Script)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new HostStartException($"Azurite is not installed: {Script} is in no folder above {searchFrom}. Run 'npm ci' in the repository's root, or build again.");
    }

    /// <summary>Starts Azurite and waits until its three services listen.</summary>
    /// <param name="searchFrom">A folder in or below the one with node_modules.</param>
    /// <param name="location">Where its data is kept, from the folder with node_modules.</param>
    /// <param name="ports">Where to listen.</param>
    /// <param name="cancellationToken">Stops waiting, and the process.</param>
    /// <param name="accounts">Names of storage accounts that live in memory only; none for the one behind <c>UseDevelopmentStorage=true</c>, which is kept.</param>
    public static async Task<AzuriteProcess> StartAsync(
        string searchFrom, string location, AzuritePorts ports, CancellationToken cancellationToken, params IReadOnlyCollection<string> accounts)
    {
        var azurite = new AzuriteProcess(StartInfo(FolderWithNodeModules(searchFrom), location, ports, accounts));
        try
        {
            await azurite._process.ReadyAsync("Azurite", azurite._listening.Task, cancellationToken);
            return azurite;
        }
        catch (HostStartException failure) when (TakenPort().Match(failure.Message) is { Success: true } taken)
        {
            throw new HostStartException(
                $"Azurite's port {taken.Groups[1].Value} is taken (EADDRINUSE): stop what listens there, or start with --azurite <first of three free ports>.", failure);
        }
    }

    /// <summary>Lets Azurite save its data and end; kills it when that takes longer than eight seconds.</summary>
    public async ValueTask DisposeAsync() => await _process.EndAsync(TimeSpan.FromSeconds(8));

    private static ProcessStartInfo StartInfo(string root, string location, AzuritePorts ports, IReadOnlyCollection<string> accounts)
    {
        using var hook = new StreamReader(typeof(AzuriteProcess).Assembly.GetManifestResourceStream("end-with-parent.mjs")!);
        var folder = Directory.CreateDirectory(Path.Combine(root, location)).FullName;
        return new("node",
        [
            "--import", $"data:text/javascript,{Uri.EscapeDataString(hook.ReadToEnd())}", Path.Combine(root, Script),
            "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            .. accounts.Count > 0 ? (string[])["--inMemoryPersistence"] : ["--location", folder],
        ])
        {
            Environment = { ["AZURITE_PID_FILE"] = Path.Combine(folder, "azurite.pid"), ["AZURITE_ACCOUNTS"] = accounts.Count > 0 ? AzuritePorts.SettingOf(accounts) : null },
        };
    }

    private void Hear(string line)
    {
        if (Listening().Match(line) is { Success: true } found)
        {
            _ports.Add(int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture));
            _ = _ports is [var blob, var queue, var table] && _listening.TrySetResult(new AzuritePorts(blob, queue, table));
        }
    }

    [GeneratedRegex(@"successfully listening at \S+:(\d+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"EADDRINUSE\D+[\d.]+:(\d+)")]
    private static partial Regex TakenPort();
}
