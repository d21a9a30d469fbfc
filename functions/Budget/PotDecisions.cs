using System.Diagnostics;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

/// <summary>Decides each step on a pot from its stored rows. What it reads holds as long as the balance in the snapshot does.</summary>
internal sealed class PotDecisions(PotTable table, TimeProvider time)
{
    public PotDecision<PotOpening> Open(PotSnapshot before, Pot pot)
    {
        switch (before.Balance.Fund(pot))
        {
            case PotFunding.BelowCommitted below:
                return new(new PotOpening.BelowCommitted(below.Shortfalls));
            case PotFunding.Funded(var after) when before.Version is null || !after.Funds.SequenceEqual(before.Balance.Funds):
                var entries = after.Since(before.Balance)
                    .Select(movement => Entry(before, $"fund|{movement.FundId}|{before.Revision + 1}", LedgerEntryKind.Fund) with { Movements = [movement] });
                return new(new PotOpening.Opened(after), new PotChange(before, after, [.. entries]));
            case PotFunding.Funded:
                return new(new PotOpening.Opened(before.Balance));
            default:
                throw new UnreachableException();
        }
    }

    public async Task<PotDecision<ReserveOutcome>> ReserveAsync(PotSnapshot before, MoneyAsked asked, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await FindDoneAsync(year, asked.InitiativeId, asked.Key, cancellation) is { } done)
        {
            return new(ReservedBefore(done));
        }

        if (await table.FindClaimAsync(year, asked.InitiativeId, cancellation) is { State: not ClaimState.Released } claim)
        {
            throw new InvalidOperationException($"{asked.InitiativeId} has a claim on the pot of {year} from step {claim.Asked.Key}; {asked.Key} cannot make another.");
        }

        // Awb 4:26: nobody is served before someone who waits with an earlier receipt.
        var earlier = before.Waiting == 0 ? [] : await table.ListWaitingBeforeAsync(year, asked, cancellation);
        return earlier.Count == 0 && before.Balance.Reserve(asked.Amount) is Reservation.Reserved reserved
            ? new(new ReserveOutcome.Reserved(reserved.Allocation), SetApart(before, asked, reserved, asked.Key, LedgerEntryKind.Reserve))
            : Join(before, asked, earlier);
    }

    public async Task<PotDecision<GrantOutcome>> GrantAsync(PotSnapshot before, string initiativeId, string key, Euro? amount, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await FindDoneAsync(year, initiativeId, key, cancellation) is { } done)
        {
            return done.Kind == LedgerEntryKind.Grant ? new(new GrantOutcome.Granted(done.Granted, done.Released)) : throw KeyOfAnotherStep(done);
        }

        var claim = await table.FindClaimAsync(year, initiativeId, cancellation);
        if (claim is not { State: ClaimState.Reserved, Allocation: { } reserved })
        {
            return new(new GrantOutcome.NotReserved(claim?.State));
        }

        var granted = before.Balance.Grant(reserved, amount ?? reserved.Total);
        return new(
            new GrantOutcome.Granted(granted.Allocation, granted.Released),
            Change(before, granted.After, key, LedgerEntryKind.Grant, claim with { State = ClaimState.Granted, Allocation = granted.Allocation }));
    }

    public async Task<PotDecision<SettleOutcome>> SettleAsync(PotSnapshot before, string initiativeId, string key, Euro amount, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await FindDoneAsync(year, initiativeId, key, cancellation) is { } done)
        {
            return done.Kind == LedgerEntryKind.Settle ? new(new SettleOutcome.Settled(done.Released)) : throw KeyOfAnotherStep(done);
        }

        var claim = await table.FindClaimAsync(year, initiativeId, cancellation);
        if (claim is not { State: ClaimState.Granted, Allocation: { } granted })
        {
            return new(new SettleOutcome.NotGranted(claim?.State));
        }

        var settled = before.Balance.Settle(granted, amount);
        return new(
            new SettleOutcome.Settled(settled.Released),
            Change(before, settled.After, key, LedgerEntryKind.Settle, claim with { Allocation = settled.Allocation }));
    }

    public async Task<PotDecision<ReleaseOutcome>> ReleaseAsync(PotSnapshot before, string initiativeId, string key, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await FindDoneAsync(year, initiativeId, key, cancellation) is { } done)
        {
            return new(ReleasedBefore(done));
        }

        var claim = await table.FindClaimAsync(year, initiativeId, cancellation);
        var released = claim is null ? null : claim with { State = ClaimState.Released, Allocation = null };
        return claim switch
        {
            { State: ClaimState.Reserved, Allocation: { } reserved } => new(
                new ReleaseOutcome.Released(reserved.Total),
                Change(before, before.Balance.Release(reserved), key, LedgerEntryKind.Release, released!)),
            { State: ClaimState.Waiting } => new(
                new ReleaseOutcome.LeftWaitingList(),
                Change(before, before.Balance, key, LedgerEntryKind.Leave, released!) with { Leaves = claim.Asked }),
            null or { State: ClaimState.Granted or ClaimState.Released } => new(new ReleaseOutcome.NothingToRelease(claim?.State)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Sets money apart for the first of the waiting list; false when nobody waits or it does not fit.</summary>
    public async Task<PotDecision<bool>> OfferAsync(PotSnapshot before, CancellationToken cancellation)
    {
        var first = before.Waiting == 0 ? null : await table.FindFirstWaitingAsync(before.Balance.Year, cancellation);
        return first is not null && before.Balance.Reserve(first.Amount) is Reservation.Reserved reserved
            ? new(true, SetApart(before, first, reserved, $"{first.Key}|offer", LedgerEntryKind.Offer) with { Leaves = first, Offered = first.InitiativeId })
            : new(false);
    }

    private async Task<LedgerEntry?> FindDoneAsync(int year, string initiativeId, string key, CancellationToken cancellation)
    {
        var done = await table.FindEntryAsync(year, key, cancellation);
        return done is null || done.InitiativeId == initiativeId ? done : throw KeyOfAnotherStep(done);
    }

    private PotDecision<ReserveOutcome> Join(PotSnapshot before, MoneyAsked asked, List<MoneyAsked> earlier)
    {
        var needed = Euro.Sum(earlier.Select(other => other.Amount)) + asked.Amount;
        var place = new WaitingListPosition(earlier.Count + 1, Euro.Max(Euro.Zero, needed - before.Balance.Available));
        var entry = Entry(before, asked.Key, LedgerEntryKind.Wait) with { InitiativeId = asked.InitiativeId, Place = place };
        var change = new PotChange(before, before.Balance, [entry]) { Claim = new PotClaim(asked, ClaimState.Waiting, null), Joins = asked };
        return new(new ReserveOutcome.OnWaitingList(place.Position, place.ShortBy), change);
    }

    private PotChange SetApart(PotSnapshot before, MoneyAsked asked, Reservation.Reserved reserved, string key, LedgerEntryKind kind) =>
        Change(before, reserved.After, key, kind, new PotClaim(asked, ClaimState.Reserved, reserved.Allocation));

    private PotChange Change(PotSnapshot before, PotBalance after, string key, LedgerEntryKind kind, PotClaim claim)
    {
        var entry = Entry(before, key, kind) with { InitiativeId = claim.Asked.InitiativeId, Movements = after.Since(before.Balance) };
        return new PotChange(before, after, [entry]) { Claim = claim };
    }

    private LedgerEntry Entry(PotSnapshot before, string key, LedgerEntryKind kind) =>
        new() { Revision = before.Revision + 1, Key = key, Kind = kind, At = time.GetUtcNow() };

    private static ReserveOutcome ReservedBefore(LedgerEntry done) => done switch
    {
        { Kind: LedgerEntryKind.Reserve } => new ReserveOutcome.Reserved(done.Reserved),
        { Kind: LedgerEntryKind.Wait, Place: { } place } => new ReserveOutcome.OnWaitingList(place.Position, place.ShortBy),
        _ => throw KeyOfAnotherStep(done),
    };

    private static ReleaseOutcome ReleasedBefore(LedgerEntry done) => done.Kind switch
    {
        LedgerEntryKind.Release => new ReleaseOutcome.Released(done.Released),
        LedgerEntryKind.Leave => new ReleaseOutcome.LeftWaitingList(),
        LedgerEntryKind.Fund or LedgerEntryKind.Reserve or LedgerEntryKind.Wait or LedgerEntryKind.Offer or LedgerEntryKind.Grant
            or LedgerEntryKind.Settle => throw KeyOfAnotherStep(done),
        _ => throw new UnreachableException(),
    };

    private static InvalidOperationException KeyOfAnotherStep(LedgerEntry done) =>
        new($"Key {done.Key} belongs to another step on the pot: {done.Kind} for {done.InitiativeId}.");
}

/// <summary>An answer and the change that must be written for it to hold.</summary>
/// <param name="Answer">What the caller is told.</param>
/// <param name="Change">What to write first; null when nothing changes.</param>
internal sealed record PotDecision<T>(T Answer, PotChange? Change = null);

/// <summary>One change of a pot: written whole, or not at all when the pot changed since <see cref="Before"/>.</summary>
internal sealed record PotChange(PotSnapshot Before, PotBalance After, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The claim as it becomes.</summary>
    public PotClaim? Claim { get; init; }

    /// <summary>Who joins the waiting list.</summary>
    public MoneyAsked? Joins { get; init; }

    /// <summary>Who leaves the waiting list.</summary>
    public MoneyAsked? Leaves { get; init; }

    /// <summary>Who is to be told of an offer.</summary>
    public string? Offered { get; init; }

    public int Waiting => Before.Waiting + (Joins is null ? 0 : 1) - (Leaves is null ? 0 : 1);
}
