using System.Diagnostics;
using System.Reflection;

namespace Initiatiefloket.Tests.Infra;

/// <summary>
/// The real <c>bicep</c> program. A NuGet package brings it along; where there is none for the machine at hand, or another one is wanted,
/// <c>LOKET_BICEP</c> says where it is. It needs no network, for no file names a registry.
/// </summary>
internal static class Bicep
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    public static BicepRun Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var bicep = Process.Start(start) ?? throw new InvalidOperationException("bicep did not start.");
        var output = bicep.StandardOutput.ReadToEndAsync();
        var remarks = bicep.StandardError.ReadToEndAsync();
        if (!bicep.WaitForExit(LongestRun))
        {
            bicep.Kill(entireProcessTree: true);
            throw new TimeoutException($"bicep {string.Join(' ', arguments)} took longer than {LongestRun}.");
        }

        return new BicepRun(bicep.ExitCode, output.GetAwaiter().GetResult(), remarks.GetAwaiter().GetResult());
    }

    private static string Find()
    {
        var restored = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BicepPath").Value;
        return Environment.GetEnvironmentVariable("LOKET_BICEP") is { Length: > 0 } named ? named
            : restored is { Length: > 0 } ? restored
            : throw new InvalidOperationException("There is no bicep for this machine: set LOKET_BICEP to the path of one, for the build and for the tests.");
    }
}

/// <summary>How a run of bicep ended: its exit code, what it made, and its warnings and errors.</summary>
internal sealed record BicepRun(int ExitCode, string Output, string Remarks)
{
    public bool IsClean => ExitCode == 0 && Remarks.Length == 0;
}
