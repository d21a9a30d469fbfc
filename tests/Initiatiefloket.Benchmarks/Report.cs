using System.Globalization;

namespace Initiatiefloket.Benchmarks;

/// <summary>Lines of figures on the console, in English notation.</summary>
internal static class Report
{
    public static void Title(string title) => Console.WriteLine($"\n{title}");

    public static void Line(FormattableString line) => Console.WriteLine("  " + line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Columns 11 wide; the first one 20.</summary>
    public static void Row(string first, params FormattableString[] columns) => Console.WriteLine(
        $"  {first,-20}" + string.Concat(columns.Select(column => column.ToString(CultureInfo.InvariantCulture).PadLeft(11))));
}
