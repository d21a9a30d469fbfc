using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Initiatiefloket.DevHost;

/// <summary>
/// An Azurite that lives no longer than this process: it ends, saving its data, when its standard input closes, and the
/// system closes that for a process that is killed too.
/// </summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const string Script = "node_modules/azurite/dist/src/azurite.js";

    // Loaded into Azurite's process. Ctrl-C reaches the whole terminal; only the app decides when its storage ends. When the
    // app is killed nobody reads what Azurite writes any more, and that must not keep it from saving.
    private const string EndWithParent =
        """
        import { rmSync, writeFileSync } from 'node:fs';
        const pidFile = process.env.AZURITE_PID_FILE;
        writeFileSync(pidFile, String(process.pid));
        process.on('exit', () => rmSync(pidFile, { force: true }));
        const once = process.once;
        process.once = function (event, handler) { return event.startsWith('SIG') ? this : once.call(this, event, handler); };
        process.on('SIGINT', () => {}).on('SIGTERM', () => {});
        process.stdout.on('error', () => {});
        process.stderr.on('error', () => {});
        process.stdin.resume().on('end', () => { process.emit('message', 'shutdown'); setTimeout(() => process.exit(), 5000).unref(); });
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(8);

    private readonly Process _process;
    private readonly TaskCompletionSource<AzuritePorts> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int> _ports = [];
    private string _lastLine = "it said nothing";

    private AzuriteProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>Ends when the process does, for whatever reason.</summary>
    public Task Ended => _process.WaitForExitAsync();

    public AzuritePorts Ports => _listening.Task.Result;

    /// <summary>Starts Azurite and waits until its three services listen.</summary>
    /// <param name="searchFrom">A folder in or below the one with node_modules.</param>
    /// <param name="location">Where its data is kept, from the folder with node_modules.</param>
    /// <param name="ports">Where to listen.</param>
    /// <param name="cancellationToken">Stops waiting, and the process.</param>
    /// <param name="accounts">Names of storage accounts that live in memory only; none for the one behind <c>UseDevelopmentStorage=true</c>, which is kept.</param>
    /// <exception cref="HostStartException">Node or Azurite is missing, or it ended while starting.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string searchFrom, string location, AzuritePorts ports, CancellationToken cancellationToken, params IReadOnlyCollection<string> accounts)
    {
        var root = AppFiles.FolderAbove(searchFrom, Script)
            ?? throw new HostStartException($"Azurite is not installed: {Script} is in no folder above {searchFrom}. Run 'npm ci' in the repository's root, or build again.");
        location = Path.Combine(root, location);
        await WaitForEarlierAsync(location, cancellationToken);
        var azurite = new AzuriteProcess(Launch(root, location, ports, accounts));
        azurite._process.BeginOutputReadLine();
        azurite._process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            await Task.WhenAny(azurite._listening.Task, azurite.Ended).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await azurite.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new HostStartException($"Azurite did not listen within a minute; last it said: {azurite._lastLine}");
        }

        if (azurite._listening.Task.IsCompleted)
        {
            return azurite;
        }

        await azurite.DisposeAsync();
        throw new HostStartException($"Azurite ended while starting: {azurite._lastLine}");
    }

    /// <summary>Lets Azurite save its data and end; kills it when that takes longer than eight seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            try
            {
                await Ended.WaitAsync(StopLimit);
            }
            catch (TimeoutException)
            {
                _process.Kill();
                await Ended;
            }
        }

        _process.Dispose();
    }

    private static Process Launch(string root, string location, AzuritePorts ports, IReadOnlyCollection<string> accounts)
    {
        Directory.CreateDirectory(location);
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                "--import", $"data:text/javascript,{Uri.EscapeDataString(EndWithParent)}", Path.Combine(root, Script),
                "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}",
                "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            },
            Environment = { ["AZURITE_PID_FILE"] = PidFile(location) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (accounts.Count > 0)
        {
            start.Environment["AZURITE_ACCOUNTS"] = AzuritePorts.SettingOf(accounts);
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        else
        {
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(location);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new HostStartException("Node.js is missing: install Node.js 20 or newer (https://nodejs.org). It runs Azurite, the local storage.", missing);
        }
    }

    /// <summary>The Azurite of an app that was just killed may still be saving: starting beside it would lose what it saves.</summary>
    private static async Task WaitForEarlierAsync(string location, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (EarlierLives(location) && TimeProvider.System.GetElapsedTime(since) < StopLimit)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    private static bool EarlierLives(string location)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(File.ReadAllText(PidFile(location)), CultureInfo.InvariantCulture));
            return process.ProcessName.StartsWith("node", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static string PidFile(string location) => Path.Combine(location, "azurite.pid");

    private void Hear(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        // Node ends a crash with its own version; the error stands before that.
        _lastLine = line.StartsWith("Node.js v", StringComparison.Ordinal) || _lastLine.Contains("Error", StringComparison.Ordinal) ? _lastLine : line;
        if (Listening().Match(line) is { Success: true } found)
        {
            _ports.Add(int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture));
            if (_ports is [var blob, var queue, var table])
            {
                _listening.TrySetResult(new AzuritePorts(blob, queue, table));
            }
        }
    }

    [GeneratedRegex(@"successfully listening at \S+:(\d+)")]
    private static partial Regex Listening();
}
