namespace Initiatiefloket.Benchmarks;

/// <summary>What to measure, and whether roughly.</summary>
internal sealed record Choice(IReadOnlyCollection<string> Parts, bool IsQuick)
{
    private static readonly string[] All = ["chain", "fan", "event", "timer", "latency", "waiting"];

    /// <exception cref="ArgumentException">There is no such part.</exception>
    public static Choice Parse(string[] arguments)
    {
        var parts = arguments.Except(["--quick"]).ToArray();
        return parts.Except(All).FirstOrDefault() is { } unknown
            ? throw new ArgumentException($"There is no part '{unknown}'; the parts are {string.Join(", ", All)}.")
            : new(parts.Length == 0 ? All : parts, arguments.Contains("--quick"));
    }

    public bool Has(string part) => Parts.Contains(part);

    /// <summary>A size, a tenth of it when it is to be quick.</summary>
    public int Of(int size) => IsQuick ? Math.Max(size / 10, 1) : size;
}
