using System.Collections.Concurrent;
using Azure.Data.Tables;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

/// <summary>
/// The pots and their ledger in Table storage. Balance and ledger entry change in one transaction; a step whose key was used before is not
/// done again but answered as it was. Safe with many callers and many processes; callers that share an instance do not hinder each other.
/// </summary>
/// <remarks>All methods throw <see cref="TimeoutException"/> when others change the pot all the time, and the storage's own errors in an outage.</remarks>
public sealed class PotLedger
{
    // With four processes at it all the time an attempt succeeds one time in four: sixty times bad luck does not happen. About five seconds.
    private const int MostAttempts = 60;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    private readonly IPotRows _table;
    private readonly PotDecisions _decisions;
    private readonly LineDecisions _line;
    private readonly OfferDecisions _offers;

    // Callers in this process take turns, so that they do not spend attempts on each other; the ETag guards against other processes.
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _turns = new();

    /// <summary>A ledger in the storage account of the tables.</summary>
    /// <param name="tables">The storage account.</param>
    /// <param name="time">Clock for the moment in each entry.</param>
    public PotLedger(TableServiceClient tables, TimeProvider time)
        : this(new PotTable(tables), time)
    {
    }

    internal PotLedger(IPotRows rows, TimeProvider time)
    {
        var steps = new PotSteps(rows, time);
        _table = rows;
        _line = new LineDecisions(rows, time);
        _decisions = new PotDecisions(steps, _line);
        _offers = new OfferDecisions(steps, _line);
    }

    /// <summary>
    /// Creates the pot of a year, or brings it to the amounts of the policy, with a ledger entry for each fund that changed. Call it at the start
    /// of the app, and <see cref="OfferToWaitingAsync"/> after it, for there may be more money.
    /// </summary>
    public async Task<PotOpening> OpenAsync(Pot pot, CancellationToken cancellation = default)
    {
        await _table.CreateAsync(cancellation);
        return await ChangeAsync(pot.Year, before => _decisions.OpenAsync(before, pot, cancellation), cancellation);
    }

    /// <summary>
    /// Gives an application its place in the line from the moment that it is complete, takes it away while it is not, and gives it a new one then. Does nothing once
    /// money was asked for it. May be repeated.
    /// </summary>
    public Task<LinePlace> FollowAsync(int year, PlaceWanted wanted, CancellationToken cancellation = default) =>
        ChangeAsync(year, before => _line.FollowAsync(before, wanted, cancellation), cancellation);

    /// <summary>Where an initiative stands in the line; null when it never joined.</summary>
    public async Task<LineStanding?> FindStandingAsync(int year, string initiativeId, CancellationToken cancellation = default) =>
        (await GetViewAsync(year, initiativeId, cancellation)).Standing;

    /// <summary>How the pot stands, and an initiative in its line.</summary>
    public async Task<(PotBalance Balance, LineStanding? Standing)> GetViewAsync(int year, string initiativeId, CancellationToken cancellation = default)
    {
        var pot = await _table.ReadAsync(year, cancellation);
        if (pot.Line is not { } head)
        {
            return (pot.Balance, null);
        }

        var line = await _line.ReadAsync(pot, head, cancellation);
        var place = line.Ranked.FirstOrDefault(one => one.InitiativeId == initiativeId) ?? await _table.FindPlaceAsync(year, initiativeId, cancellation);
        return (pot.Balance, place is null ? null : line.StandingOf(place));
    }

    /// <summary>Numbers of the places that have a rank, best first.</summary>
    public async Task<IReadOnlyList<int>> GetRankedAsync(int year, CancellationToken cancellation = default) =>
        await _table.ReadAsync(year, cancellation) is { Line: { } head } pot
            ? [.. (await _line.ReadAsync(pot, head, cancellation)).Ranked.Select(place => place.Number)]
            : [];

    /// <summary>The line as it is published, oldest first.</summary>
    public async Task<IReadOnlyList<LineEvent>> GetLineAsync(int year, CancellationToken cancellation = default) =>
        await _table.ListLineAsync(year, cancellation);

    /// <summary>Sets money apart, or puts the initiative on the waiting list at its rank in the line (Awb 4:26).</summary>
    /// <exception cref="InvalidOperationException">The initiative has a claim from another step, or the key belongs to another kind of step.</exception>
    public Task<ReserveOutcome> ReserveAsync(int year, MoneyAsked asked, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(asked.Amount, Euro.Zero);
        return ChangeAsync(year, before => _decisions.ReserveAsync(before, asked, cancellation), cancellation);
    }

    /// <summary>Turns the reservation of an initiative into a grant.</summary>
    /// <param name="year">Year of the pot.</param>
    /// <param name="initiativeId">Whose reservation.</param>
    /// <param name="key">Names this very step.</param>
    /// <param name="amount">How much of it; all when left out. The rest goes back to the pot.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not more than zero and at most what is reserved.</exception>
    public Task<GrantOutcome> GrantAsync(int year, string initiativeId, string key, Euro? amount = null, CancellationToken cancellation = default) =>
        ChangeAsync(year, before => _decisions.GrantAsync(before, initiativeId, key, amount, cancellation), cancellation);

    /// <summary>
    /// Settles the grant of an initiative (Awb 4:46) on an amount, zero included: the rest goes back to the pot. Call <see cref="OfferToWaitingAsync"/> after it.
    /// </summary>
    /// <param name="year">Year of the pot.</param>
    /// <param name="initiativeId">Whose grant.</param>
    /// <param name="key">Names this very step; a grant that is settled again, as after an objection, needs another one.</param>
    /// <param name="amount">What remains granted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is less than zero, or more than what is granted.</exception>
    public Task<SettleOutcome> SettleAsync(int year, string initiativeId, string key, Euro amount, CancellationToken cancellation = default) =>
        ChangeAsync(year, before => _decisions.SettleAsync(before, initiativeId, key, amount, cancellation), cancellation);

    /// <summary>Gives the reservation of an initiative back to the pot, or takes it off the waiting list.</summary>
    public async Task<ReleaseOutcome> ReleaseAsync(int year, string initiativeId, string key, CancellationToken cancellation = default)
    {
        var outcome = await ChangeAsync(year, before => _decisions.ReleaseAsync(before, initiativeId, key, cancellation), cancellation);
        await _table.RemoveOfferedAsync(year, initiativeId, cancellation);
        return outcome;
    }

    /// <summary>
    /// Sets money apart for whoever is next in the line as long as it fits, and takes parts back to which nobody answered in time. Call it when money came back or was
    /// added. Returns the initiatives to be told, also those of earlier calls until <see cref="ConfirmOfferedAsync"/>: a crash in between does not lose an offer.
    /// </summary>
    /// <param name="year">Year of the pot.</param>
    /// <param name="answerPartsBy">Until when a part that is offered now can be answered; when left out no part is offered.</param>
    public async Task<IReadOnlyList<string>> OfferToWaitingAsync(int year, DateTimeOffset? answerPartsBy = null, CancellationToken cancellation = default)
    {
        var isOffered = true;
        while (isOffered)
        {
            isOffered = await ChangeAsync(year, before => _offers.OfferAsync(before, answerPartsBy, cancellation), cancellation);
        }

        return await _table.ListOfferedAsync(year, cancellation);
    }

    /// <summary>Who was offered a part and did not answer yet.</summary>
    public async Task<IReadOnlyList<LinePlace>> GetPartsOfferedAsync(int year, CancellationToken cancellation = default) =>
        [.. (await _table.ListOpenPlacesAsync(year, cancellation)).Where(place => place.State == PlaceState.Offered)];

    /// <summary>The applicant takes the part that is offered, or leaves it to the next. Call <see cref="OfferToWaitingAsync"/> after a no.</summary>
    /// <param name="year">Year of the pot.</param>
    /// <param name="initiativeId">Whose.</param>
    /// <param name="key">Names this very step.</param>
    /// <param name="accepts">Yes or no.</param>
    public Task<PartOutcome> AnswerPartAsync(int year, string initiativeId, string key, bool accepts, CancellationToken cancellation = default) =>
        ChangeAsync(year, before => _offers.AnswerPartAsync(before, initiativeId, key, accepts, cancellation), cancellation);

    /// <summary>Notes that the workflow of an initiative was told of its offer. A second time does nothing.</summary>
    public Task ConfirmOfferedAsync(int year, string initiativeId, CancellationToken cancellation = default) =>
        _table.RemoveOfferedAsync(year, initiativeId, cancellation);

    /// <summary>How the pot stands; without funds when it was never opened.</summary>
    public async Task<PotBalance> GetBalanceAsync(int year, CancellationToken cancellation = default) =>
        (await _table.ReadAsync(year, cancellation)).Balance;

    /// <summary>How the claim of an initiative stands; null when it never asked.</summary>
    public Task<PotClaim?> FindClaimAsync(int year, string initiativeId, CancellationToken cancellation = default) =>
        _table.FindClaimAsync(year, initiativeId, cancellation);

    /// <summary>The ledger, in the order in which it was written.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> GetEntriesAsync(int year, CancellationToken cancellation = default) =>
        [.. (await _table.ListEntriesAsync(year, cancellation)).OrderBy(entry => entry.Revision)];

    /// <summary>Who was approved and waits for money, in the order of the moments given to <see cref="ReserveAsync"/>; ranks are those of <see cref="FindStandingAsync"/>.</summary>
    public async Task<IReadOnlyList<MoneyAsked>> GetWaitingListAsync(int year, CancellationToken cancellation = default) =>
        await _table.ListWaitingAsync(year, cancellation);

    private async Task<T> ChangeAsync<T>(int year, Func<PotSnapshot, Task<PotDecision<T>>> decide, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(year, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                var decision = await decide(await _table.ReadAsync(year, cancellation));
                if (decision.Change is null || await _table.TrySaveAsync(decision.Change, cancellation))
                {
                    return decision.Answer;
                }

                await Task.Delay(PauseAfter(attempt), cancellation);
            }
        }
        finally
        {
            turn.Release();
        }

        throw new TimeoutException($"The pot of {year} was changed by others {MostAttempts} times in a row.");
    }

    private static TimeSpan PauseAfter(int attempt)
    {
        var pause = FirstPause * (1 << Math.Min(attempt, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
