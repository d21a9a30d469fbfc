using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Names a process so that another one on the same machine can see that it is gone.</summary>
internal static class ProcessName
{
    private const string Namespace = "/proc/self/ns/pid";

    public static string Current { get; } = Write();

    /// <summary>Whether this names a process of this machine that has ended. False when that cannot be told.</summary>
    public static bool IsGone(string? name)
    {
        if (name?.Split('|') is not [var machine, var id, var startedAt] || machine != Machine())
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            return process.HasExited || StartOf(process) != startedAt;
        }
        catch (ArgumentException)
        {
            return true; // no such process
        }
        catch (Win32Exception)
        {
            return false; // somebody else's: it may not be looked at
        }
    }

    private static string Write()
    {
        using var process = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{Machine()}|{process.Id}|{StartOf(process)}");
    }

    // Containers may share a host name; their process ids mean something in their own namespace only.
    private static string Machine() =>
        $"{Environment.MachineName} {(OperatingSystem.IsLinux() ? new FileInfo(Namespace).LinkTarget : null)}".TrimEnd();

    private static string StartOf(Process process) =>
        (process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture);
}
