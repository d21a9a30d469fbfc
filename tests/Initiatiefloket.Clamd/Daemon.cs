using System.Diagnostics;
using System.Net.Sockets;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Clamd;

/// <summary>ClamAV's daemon with one signature, that of the EICAR test string; it asks nobody for others.</summary>
internal sealed class Daemon : IAsyncDisposable
{
    /// <summary>Larger files the daemon does not take, in bytes.</summary>
    public const int LongestStream = 1024 * 1024;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clamd-");
    private readonly string _program;
    private Process? _process;

    private Daemon(string program) => _program = program;

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; } = FreePort.Find();

    /// <summary>Finds the daemon, or installs it on Debian and Ubuntu as root.</summary>
    /// <exception cref="InvalidOperationException">It is not there and could not be installed; says what to do.</exception>
    public static async Task<Daemon> InstallAsync()
    {
        var log = Path.Combine(Path.GetTempPath(), "clamd-install.log");
        if (Find() is null)
        {
            Console.WriteLine("Installing clamav-daemon.");
            await new Installer(log).TryAptAsync("clamav-daemon");
        }

        return new Daemon(Find() ?? throw new InvalidOperationException(
            $"This needs clamd, of ClamAV. Install it (Debian and Ubuntu: apt-get install clamav-daemon); {log} says why that failed here, if it was tried."));
    }

    /// <summary>Starts it, and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var signatures = _folder.CreateSubdirectory("signatures").FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "eicar.ndb"), $"Eicar-Test-Signature:0:*:{Convert.ToHexStringLower(Files.TestVirus)}\n");
        var settings = Path.Combine(_folder.FullName, "clamd.conf");
        await File.WriteAllLinesAsync(settings,
        [
            "Foreground yes",
            "TCPAddr 127.0.0.1",
            $"TCPSocket {Port}",
            $"StreamMaxLength {LongestStream}",
            $"DatabaseDirectory {signatures}",
            $"TemporaryDirectory {_folder.FullName}",
        ]);
        _process = Process.Start(new ProcessStartInfo(_program, ["--config-file", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        await Eventually.FindAsync($"{_program} to listen on port {Port}", TryConnectAsync);
    }

    /// <summary>Ends it.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append("/usr/sbin").Select(folder => Path.Combine(folder, "clamd")).FirstOrDefault(File.Exists);

    private async Task<TcpClient?> TryConnectAsync()
    {
        if (_process is { HasExited: true } ended)
        {
            throw new InvalidOperationException($"{_program} ended with {ended.ExitCode}: {await ended.StandardError.ReadToEndAsync()}");
        }

        var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port);
            return client;
        }
        catch (SocketException)
        {
            client.Dispose();
            return null;
        }
    }
}
