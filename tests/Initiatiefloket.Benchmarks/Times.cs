namespace Initiatiefloket.Benchmarks;

/// <summary>One figure, measured many times.</summary>
internal sealed class Times(IEnumerable<double> measured)
{
    private readonly double[] _sorted = [.. measured.Order()];

    public static Times OfMilliseconds(IEnumerable<TimeSpan> measured) => new(measured.Select(time => time.TotalMilliseconds));

    public double Median => At(50);

    public double P95 => At(95);

    /// <summary>As much or less was this part of them.</summary>
    private double At(int percent) => _sorted[Math.Min(_sorted.Length * percent / 100, _sorted.Length - 1)];
}
