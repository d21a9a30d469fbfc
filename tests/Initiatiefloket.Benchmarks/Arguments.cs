using System.Globalization;

namespace Initiatiefloket.Benchmarks;

/// <summary>What stands behind the name of a command.</summary>
internal static class Arguments
{
    /// <summary>The number after a name; the usual one when it is not there.</summary>
    public static int Number(string[] arguments, string name, int usual) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length
        ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture)
        : usual;
}
