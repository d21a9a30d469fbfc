using System.Collections.Concurrent;

namespace Initiatiefloket.Benchmarks;

/// <summary>How long requests took, by kind, and which failed.</summary>
internal sealed class PageTimes
{
    private const int TokenLength = 22;

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new();

    public ConcurrentBag<string> Failures { get; } = [];

    public IEnumerable<string> Kinds => _times.Keys.Order(StringComparer.Ordinal);

    public void Add(string kind, TimeSpan time) => _times.GetOrAdd(kind, _ => []).Add(time.TotalMilliseconds);

    public Times Of(string kind) => new(_times[kind]);

    public int CountOf(string kind) => _times[kind].Count;

    /// <summary>The same for all of a kind: with tokens left out.</summary>
    public static string KindOf(HttpMethod method, Uri address) =>
        $"{method} {string.Join('/', address.AbsolutePath.Split('/').Select(word => IsToken(word) ? "…" : word))}";

    // Words of an address are in small letters.
    private static bool IsToken(string word) => word.Length >= TokenLength && word.Any(char.IsAsciiLetterUpper);
}
