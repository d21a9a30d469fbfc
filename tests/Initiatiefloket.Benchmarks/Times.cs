using System.Globalization;

namespace Initiatiefloket.Benchmarks;

/// <summary>How long something took, many times.</summary>
internal sealed class Times(IEnumerable<TimeSpan> measured)
{
    private readonly double[] _sorted = [.. measured.Select(time => time.TotalMilliseconds).Order()];

    /// <summary>In ms: as long or shorter was this part of them.</summary>
    public double Percentile(int percent) => _sorted[Math.Min(_sorted.Length * percent / 100, _sorted.Length - 1)];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {Percentile(50):F1} ms, p95 {Percentile(95):F1} ms ({_sorted.Length} times)");
}
