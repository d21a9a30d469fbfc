using System.Globalization;
using System.Runtime.InteropServices;

namespace Initiatiefloket.Benchmarks;

/// <summary>Tables on the console, in English notation.</summary>
internal static class Report
{
    private const double Gigabyte = 1024 * 1024 * 1024;

    /// <summary>What was measured, when and on what.</summary>
    public static void Head(string command) => Line(
        $"{command}, {DateTime.UtcNow:yyyy-MM-dd}: {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte:F0} GB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}");

    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>A title with the names of the columns.</summary>
    public static void Title(string title, params string[] columns)
    {
        Console.WriteLine();
        Console.WriteLine($"{title,-46}" + string.Concat(columns.Select(column => column.PadLeft(14))));
    }

    public static void Row(string first, params FormattableString[] columns) => Console.WriteLine(
        $"  {first,-44}" + string.Concat(columns.Select(column => column.ToString(CultureInfo.InvariantCulture).PadLeft(14))));
}
