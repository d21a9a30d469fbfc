namespace Initiatiefloket.Benchmarks;

/// <summary>How often each kind of storage transaction was made.</summary>
internal sealed record Tally(IReadOnlyDictionary<StorageCall, long> Counts)
{
    public long Of(Func<StorageCall, bool> which) => Counts.Where(count => which(count.Key)).Sum(count => count.Value);

    /// <summary>What came since an earlier one.</summary>
    public Tally Since(Tally earlier) =>
        new(Counts.ToDictionary(count => count.Key, count => count.Value - earlier.Counts.GetValueOrDefault(count.Key)));
}
