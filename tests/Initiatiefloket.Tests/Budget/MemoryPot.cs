using Initiatiefloket.Budget;

namespace Initiatiefloket.Tests.Budget;

/// <summary>One pot in memory, with the guarantees of the table: a change is written whole, and only when nothing changed since it was read.</summary>
internal sealed class MemoryPot : IPotRows
{
    private readonly Dictionary<string, PotClaim> _claims = [];
    private readonly Dictionary<string, LinePlace> _places = [];
    private readonly List<LedgerEntry> _entries = [];
    private readonly List<LineEvent> _line = [];
    private readonly List<MoneyAsked> _waiting = [];
    private readonly HashSet<string> _offered = [];
    private PotSnapshot _snapshot = new(PotBalance.Empty(2026), 0, 0, null, LineSeeds.Head);

    public Task CreateAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<PotSnapshot> ReadAsync(int year, CancellationToken cancellation) => Task.FromResult(_snapshot);

    public Task<PotClaim?> FindClaimAsync(int year, string initiativeId, CancellationToken cancellation) => Task.FromResult(_claims.GetValueOrDefault(initiativeId));

    public Task<LinePlace?> FindPlaceAsync(int year, string initiativeId, CancellationToken cancellation) => Task.FromResult(_places.GetValueOrDefault(initiativeId));

    public Task<LedgerEntry?> FindEntryAsync(int year, string key, CancellationToken cancellation) => Task.FromResult(_entries.FirstOrDefault(entry => entry.Key == key));

    public Task<List<LedgerEntry>> ListEntriesAsync(int year, CancellationToken cancellation) => Task.FromResult(_entries.ToList());

    public Task<List<MoneyAsked>> ListWaitingAsync(int year, CancellationToken cancellation) => Task.FromResult(_waiting.OrderBy(asked => asked.ReceivedAt).ToList());

    public Task<List<LinePlace>> ListOpenPlacesAsync(int year, CancellationToken cancellation) => Task.FromResult(_places.Values.Where(place => place.IsOpen).ToList());

    public Task<List<LineEvent>> ListLineAsync(int year, CancellationToken cancellation) => Task.FromResult(_line.ToList());

    public Task<List<string>> ListOfferedAsync(int year, CancellationToken cancellation) => Task.FromResult(_offered.Order(StringComparer.Ordinal).ToList());

    public Task RemoveOfferedAsync(int year, string initiativeId, CancellationToken cancellation)
    {
        _offered.Remove(initiativeId);
        return Task.CompletedTask;
    }

    public Task<bool> TrySaveAsync(PotChange change, CancellationToken cancellation)
    {
        if (change.Before.Version != _snapshot.Version)
        {
            return Task.FromResult(false);
        }

        _snapshot = new PotSnapshot(change.After, change.Revision, change.Waiting, $"{int.Parse(_snapshot.Version ?? "0") + 1}", change.Head);
        _entries.AddRange(change.Entries);
        _line.AddRange(change.Line?.Events ?? []);
        foreach (var place in change.Line?.Places ?? [])
        {
            _places[place.InitiativeId] = place;
        }

        if (change.Claim is { } claim)
        {
            _claims[claim.Asked.InitiativeId] = claim;
        }

        if (change.Joins is { } joins)
        {
            _waiting.Add(joins);
        }

        if (change.Leaves is { } leaves)
        {
            Assert.True(_waiting.Remove(leaves));
        }

        if (change.Offered is { } offered)
        {
            _offered.Add(offered);
        }

        return Task.FromResult(true);
    }
}

/// <summary>Seeds that tests know.</summary>
internal static class LineSeeds
{
    public static LineHead Head { get; } = new() { Seed = "a seed that tests know" };
}

/// <summary>Rows that crash at certain calls: before a call does anything, or after it was done and before anybody hears of it.</summary>
/// <param name="rows">The rows.</param>
/// <param name="crashes">The numbers of the calls at which it crashes, counted from 0; those that are odd after the call.</param>
/// <param name="watch">Looks at each change while it is written.</param>
internal sealed class CrashingRows(IPotRows rows, IEnumerable<int> crashes, Func<Func<Task<bool>>, Task<bool>> watch) : IPotRows
{
    private readonly HashSet<int> _crashes = [.. crashes];
    private int _calls;

    public Task CreateAsync(CancellationToken cancellation) => rows.CreateAsync(cancellation);

    public Task<PotSnapshot> ReadAsync(int year, CancellationToken cancellation) => AtRiskAsync(() => rows.ReadAsync(year, cancellation));

    public Task<PotClaim?> FindClaimAsync(int year, string initiativeId, CancellationToken cancellation) =>
        AtRiskAsync(() => rows.FindClaimAsync(year, initiativeId, cancellation));

    public Task<LinePlace?> FindPlaceAsync(int year, string initiativeId, CancellationToken cancellation) =>
        AtRiskAsync(() => rows.FindPlaceAsync(year, initiativeId, cancellation));

    public Task<LedgerEntry?> FindEntryAsync(int year, string key, CancellationToken cancellation) =>
        AtRiskAsync(() => rows.FindEntryAsync(year, key, cancellation));

    public Task<List<LedgerEntry>> ListEntriesAsync(int year, CancellationToken cancellation) => rows.ListEntriesAsync(year, cancellation);

    public Task<List<MoneyAsked>> ListWaitingAsync(int year, CancellationToken cancellation) => AtRiskAsync(() => rows.ListWaitingAsync(year, cancellation));

    public Task<List<LinePlace>> ListOpenPlacesAsync(int year, CancellationToken cancellation) => AtRiskAsync(() => rows.ListOpenPlacesAsync(year, cancellation));

    public Task<List<LineEvent>> ListLineAsync(int year, CancellationToken cancellation) => rows.ListLineAsync(year, cancellation);

    public Task<List<string>> ListOfferedAsync(int year, CancellationToken cancellation) => AtRiskAsync(() => rows.ListOfferedAsync(year, cancellation));

    public Task RemoveOfferedAsync(int year, string initiativeId, CancellationToken cancellation) => AtRiskAsync(async () =>
    {
        await rows.RemoveOfferedAsync(year, initiativeId, cancellation);
        return true;
    });

    public Task<bool> TrySaveAsync(PotChange change, CancellationToken cancellation) => AtRiskAsync(() => watch(() => rows.TrySaveAsync(change, cancellation)));

    private async Task<T> AtRiskAsync<T>(Func<Task<T>> call)
    {
        var number = _calls++;
        if (_crashes.Contains(number) && number % 2 == 0)
        {
            throw new CrashException();
        }

        var answer = await call();
        return _crashes.Contains(number) ? throw new CrashException() : answer;
    }
}

/// <summary>The process died.</summary>
internal sealed class CrashException : Exception;
