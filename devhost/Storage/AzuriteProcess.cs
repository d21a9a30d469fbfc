namespace Initiatiefloket.DevHost;

/// <summary>An Azurite that lives no longer than this process, and saves its data when it ends.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const string Script = "node_modules/azurite/dist/src/azurite.js";

    private readonly ChildProcess _process;
    private readonly TaskCompletionSource<AzuritePorts> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int> _ports = [];

    private AzuriteProcess(ProcessStartInfo start) => _process = new(start, Hear);

    public Task Ended => _process.Ended;

    public AzuritePorts Ports => _listening.Task.Result;

    /// <summary>The nearest folder above this program in which the npm packages are installed.</summary>
    public static string FolderWithNodeModules()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, Script)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new HostStartException(
            $"Azurite is not installed: {Script} is in no folder above {AppContext.BaseDirectory}. Run 'npm ci' in the repository's root, or build again.");
    }

    /// <summary>
    /// Starts Azurite and waits until its three services listen. Accounts that are named live in memory only; where none is, the one behind
    /// <c>UseDevelopmentStorage=true</c> is kept at the location, from the folder with node_modules.
    /// </summary>
    public static async Task<AzuriteProcess> StartAsync(string location, AzuritePorts ports, CancellationToken stop, params IReadOnlyCollection<string> accounts)
    {
        var azurite = new AzuriteProcess(StartInfo(FolderWithNodeModules(), location, ports, accounts));
        try
        {
            await azurite._process.ReadyAsync("Azurite", azurite._listening.Task, stop);
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

/// <summary>Where Azurite's three services listen; 0 lets the system choose.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    private static readonly ConcurrentDictionary<int, bool> Given = [];

    // Azurite's account and key are public and the same everywhere.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>For the blob, queue and table clients.</summary>
    public string ConnectionString => ConnectionStringOf("devstoreaccount1");

    /// <summary>The ports behind <c>UseDevelopmentStorage=true</c>, or three from the first one given; for 0 free ones, known before Azurite starts.</summary>
    public static AzuritePorts From(int? first) => first is 0 ? new(FreePort(), FreePort(), FreePort()) : new(first ?? 10000, (first ?? 10000) + 1, (first ?? 10000) + 2);

    /// <summary>A port where nobody listens, once: of those that no system gives to outgoing connections, so that nobody gets it until it is used.</summary>
    public static int FreePort(int from = 11_000, int to = 20_000)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).Concat(Given.Keys);
        return RandomNumberGenerator.GetItems<int>([.. Enumerable.Range(from, to - from).Except(taken)], 1)[0] is var port && Given.TryAdd(port, true) ? port : FreePort(from, to);
    }

    /// <summary>The same for one of the accounts that Azurite was started with; all have one key.</summary>
    public string ConnectionStringOf(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};{Endpoint("Blob", Blob, account)}{Endpoint("Queue", Queue, account)}{Endpoint("Table", Table, account)}";

    /// <summary>Accounts as Azurite's setting <c>AZURITE_ACCOUNTS</c> has them.</summary>
    public static string SettingOf(IEnumerable<string> accounts) => string.Join(';', accounts.Select(account => $"{account}:{Key}"));

    private static string Endpoint(string service, int port, string account) => $"{service}Endpoint=http://127.0.0.1:{port}/{account};";
}
