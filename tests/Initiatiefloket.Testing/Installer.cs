using System.ComponentModel;
using System.Diagnostics;

namespace Initiatiefloket.Testing;

/// <summary>Runs programs that install something: each ends in time, and what it said is kept.</summary>
/// <param name="log">The file for what they say.</param>
public sealed class Installer(string log)
{
    /// <summary>The longest that one program may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // Somebody else may be installing something.
    private static readonly string[] WaitForTurn = ["-o", "DPkg::Lock::Timeout=120"];

    /// <summary>The system's name for itself, such as <c>debian</c>; empty where it does not say.</summary>
    public static string System { get; } = ReadSystem();

    /// <summary>Installs packages of Debian or Ubuntu, where this process may do that.</summary>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> TryAptAsync(params string[] packages) =>
        System is "debian" or "ubuntu"
        && Environment.IsPrivilegedProcess
        && await RunAsync("apt-get", [.. WaitForTurn, "update"])
        && await RunAsync("apt-get", [.. WaitForTurn, "install", "-y", "--no-install-recommends", .. packages]);

    /// <summary>Runs a program to its end, or to <see cref="Limit"/>.</summary>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> RunAsync(string program, params string[] arguments)
    {
        await SayAsync($"$ {program} {string.Join(' ', arguments)}");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
            })!;
            process.StandardInput.Close();
            return await EndAsync(process);
        }
        catch (Win32Exception missing)
        {
            await SayAsync(missing.Message);
            return false;
        }
    }

    private static string ReadSystem() => File.Exists("/etc/os-release")
        ? File.ReadLines("/etc/os-release").FirstOrDefault(line => line.StartsWith("ID=", StringComparison.Ordinal))?["ID=".Length..].Trim('"') ?? ""
        : "";

    private async Task<bool> EndAsync(Process process)
    {
        var words = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await Task.WhenAll(process.WaitForExitAsync(), words).WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            await SayAsync($"Took longer than {Limit.TotalMinutes} minutes.");
            return false;
        }

        await SayAsync($"{string.Join('\n', await words)}\nexit code {process.ExitCode}");
        return process.ExitCode == 0;
    }

    private Task SayAsync(string words) => File.AppendAllTextAsync(log, words + "\n");
}
