using System.Diagnostics;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

/// <summary>Decides each step on a pot from its stored rows. What it reads holds as long as the balance in the snapshot does.</summary>
internal sealed class PotDecisions(PotSteps steps, LineDecisions line)
{
    public async Task<PotDecision<PotOpening>> OpenAsync(PotSnapshot before, Pot pot, CancellationToken cancellation)
    {
        var draft = line.Begin(before);
        var isLowered = draft.Head.Ceilings is [.., var last] ? last.Amount > pot.Total : before.Balance.Total > pot.Total;
        var isAsBefore = before.Version is not null && before.Line?.Ceilings is [.., var known] && known.Amount == pot.Total;

        // What the policy set before stands, also where promises to those who were in before it was lowered go beyond it (Awb 4:27).
        if (!isAsBefore && before.Balance.Fund(pot) is PotFunding.BelowCommitted below)
        {
            return new(new PotOpening.BelowCommitted(below.Shortfalls));
        }

        var after = before.Balance.Keep(pot, await NeedMoreAsync(before, draft.Head, pot.Total, isLowered, cancellation));
        Note(draft, pot);
        if (before.Version is not null && draft.IsEmpty && after.Funds.SequenceEqual(before.Balance.Funds))
        {
            return new(new PotOpening.Opened(before.Balance));
        }

        var entries = after.Since(before.Balance)
            .Select(movement => steps.Entry(before, $"fund|{movement.FundId}|{before.Revision + 1}", LedgerEntryKind.Fund) with { Movements = [movement] });
        return new(new PotOpening.Opened(after), new PotChange(before, after, [.. entries]) { Line = draft });
    }

    public async Task<PotDecision<ReserveOutcome>> ReserveAsync(PotSnapshot before, MoneyAsked asked, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await steps.FindDoneAsync(year, asked.InitiativeId, asked.Key, cancellation) is { } done)
        {
            return new(ReservedBefore(done));
        }

        if (await steps.Rows.FindClaimAsync(year, asked.InitiativeId, cancellation) is { State: not ClaimState.Released } claim)
        {
            throw new InvalidOperationException($"{asked.InitiativeId} has a claim on the pot of {year} from step {claim.Asked.Key}; {asked.Key} cannot make another.");
        }

        // Awb 4:26: nobody is served before somebody who ranks better and could get it.
        var draft = line.Begin(before);
        var others = await line.ReadAsync(before, draft.Head, cancellation);
        var place = await line.ForAsync(year, asked, others, cancellation);
        var now = new Line(before.Balance, draft.Head, [.. others.Ranked.Where(other => other.InitiativeId != asked.InitiativeId), place]);
        if (now.RoomFor(asked.InitiativeId) < asked.Amount || before.Balance.Reserve(asked.Amount) is not Reservation.Reserved reserved)
        {
            return Join(before, asked, place, now.AheadOf(asked.InitiativeId), draft);
        }

        draft.Put(place with { State = PlaceState.Served }, LineEventKind.Reserved, asked.Amount);
        return new(
            new ReserveOutcome.Reserved(reserved.Allocation),
            steps.SetApart(before, asked, reserved, asked.Key, LedgerEntryKind.Reserve) with { Line = draft });
    }

    public async Task<PotDecision<GrantOutcome>> GrantAsync(PotSnapshot before, string initiativeId, string key, Euro? amount, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await steps.FindDoneAsync(year, initiativeId, key, cancellation) is { } done)
        {
            return done.Kind == LedgerEntryKind.Grant ? new(new GrantOutcome.Granted(done.Granted, done.Released)) : throw PotSteps.KeyOfAnotherStep(done);
        }

        var claim = await steps.Rows.FindClaimAsync(year, initiativeId, cancellation);
        if (claim is not { State: ClaimState.Reserved, Allocation: { } reserved })
        {
            return new(new GrantOutcome.NotReserved(claim?.State));
        }

        var granted = before.Balance.Grant(reserved, amount ?? reserved.Total);
        var change = steps.Change(
            before, granted.After, key, LedgerEntryKind.Grant, claim with { State = ClaimState.Granted, Allocation = granted.Allocation });
        return new(
            new GrantOutcome.Granted(granted.Allocation, granted.Released),
            change with { Line = await MoveAsync(before, initiativeId, PlaceState.Granted, LineEventKind.Granted, granted.Allocation.Total, cancellation) });
    }

    public async Task<PotDecision<ReleaseOutcome>> ReleaseAsync(PotSnapshot before, string initiativeId, string key, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await steps.FindDoneAsync(year, initiativeId, key, cancellation) is { } done)
        {
            return new(ReleasedBefore(done));
        }

        var claim = await steps.Rows.FindClaimAsync(year, initiativeId, cancellation);
        if (claim?.State == ClaimState.Granted)
        {
            return new(new ReleaseOutcome.NothingToRelease(claim.State));
        }

        var left = await MoveAsync(before, initiativeId, PlaceState.Gone, LineEventKind.Left, null, cancellation);
        left?.CountPart(claim?.State == ClaimState.Offered ? -1 : 0);
        var released = claim is null ? null : claim with { State = ClaimState.Released, Allocation = null };
        return claim switch
        {
            { State: ClaimState.Reserved or ClaimState.Offered, Allocation: { } reserved } => new(
                new ReleaseOutcome.Released(reserved.Total),
                steps.Change(before, before.Balance.Release(reserved), key, LedgerEntryKind.Release, released!) with { Line = left }),
            { State: ClaimState.Waiting } => new(
                new ReleaseOutcome.LeftWaitingList(),
                steps.Change(before, before.Balance, key, LedgerEntryKind.Leave, released!) with { Leaves = claim.Asked, Line = left }),
            null or { State: ClaimState.Released } => new(
                new ReleaseOutcome.NothingToRelease(claim?.State), left is null ? null : new PotChange(before, before.Balance, []) { Line = left }),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<PotDecision<SettleOutcome>> SettleAsync(PotSnapshot before, string initiativeId, string key, Euro amount, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await steps.FindDoneAsync(year, initiativeId, key, cancellation) is { } done)
        {
            return done is { Kind: LedgerEntryKind.Settle, Settled: { } kept }
                ? new(new SettleOutcome.Settled(kept, done.Released))
                : throw PotSteps.KeyOfAnotherStep(done);
        }

        var claim = await steps.Rows.FindClaimAsync(year, initiativeId, cancellation);
        if (claim is not { State: ClaimState.Granted, Allocation: { } granted })
        {
            return new(new SettleOutcome.NotGranted(claim?.State));
        }

        var settled = before.Balance.Settle(granted, amount);
        var change = steps.Change(before, settled.After, key, LedgerEntryKind.Settle, claim with { Allocation = settled.Allocation });
        return new(
            new SettleOutcome.Settled(settled.Allocation, settled.Released),
            change with
            {
                Entries = [change.Entries[0] with { Settled = settled.Allocation }],
                Line = await MoveAsync(before, initiativeId, PlaceState.Granted, LineEventKind.Settled, amount, cancellation),
            });
    }

    // Whether somebody who was in before the ceiling was lowered may still need what it was.
    private async Task<bool> NeedMoreAsync(PotSnapshot before, LineHead head, Euro wanted, bool isLowered, CancellationToken cancellation)
    {
        if (!isLowered && before.Balance.Total <= wanted)
        {
            return false;
        }

        var places = await steps.Rows.ListOpenPlacesAsync(before.Balance.Year, cancellation);
        var lowered = isLowered ? Lowered(head, before.Balance.Total, wanted) : head;
        return places.Any(place => lowered.CeilingFor(place, wanted) > wanted);
    }

    private LineHead Lowered(LineHead head, Euro had, Euro wanted)
    {
        var first = head.Ceilings.Count > 0 ? head : head with { Ceilings = [new CeilingFrom(DateTimeOffset.MinValue, had)] };
        return first with { Ceilings = [.. first.Ceilings, new CeilingFrom(steps.Now, wanted)] };
    }

    private void Note(LineDraft draft, Pot pot)
    {
        var (rule, atLeast) = (pot.Division.Rule, pot.Division.Partial?.AtLeast);
        if (draft.Head.Rule != rule || draft.Head.AtLeast != atLeast)
        {
            draft.Change(head => head with { Rule = rule, AtLeast = atLeast });
        }

        if (draft.Head.Ceilings is [.., var last] && last.Amount == pot.Total)
        {
            return;
        }

        var from = draft.Head.Ceilings.Count == 0 ? DateTimeOffset.MinValue : steps.Now;
        draft.Change(head => head with { Ceilings = [.. head.Ceilings, new CeilingFrom(from, pot.Total)] });
        draft.Tell(LineEventKind.Ceiling, amount: pot.Total);
    }

    private async Task<LineDraft?> MoveAsync(
        PotSnapshot before, string initiativeId, PlaceState state, LineEventKind kind, Euro? amount, CancellationToken cancellation)
    {
        // A case from before there were places has none to move.
        if (await line.FindAsync(before.Balance.Year, initiativeId, cancellation) is not { State: not PlaceState.Gone } place)
        {
            return null;
        }

        var draft = line.Begin(before);
        draft.Put(place with { State = state, Offered = Euro.Zero, AnswerBy = null }, kind, amount);
        return draft;
    }

    private PotDecision<ReserveOutcome> Join(PotSnapshot before, MoneyAsked asked, LinePlace place, IReadOnlyList<LinePlace> ahead, LineDraft draft)
    {
        var needed = Euro.Sum(ahead.Select(other => other.Needed)) + asked.Amount;
        var position = new WaitingListPosition(ahead.Count + 1, Euro.Max(Euro.Zero, needed - before.Balance.Available));
        var entry = steps.Entry(before, asked.Key, LedgerEntryKind.Wait) with { InitiativeId = asked.InitiativeId, Place = position };
        draft.Put(place with { State = PlaceState.Waiting }, LineEventKind.Waits, asked.Amount);
        var change = new PotChange(before, before.Balance, [entry])
        {
            Claim = new PotClaim(asked, ClaimState.Waiting, null),
            Joins = asked,
            Line = draft,
        };
        return new(new ReserveOutcome.OnWaitingList(position.Position, position.ShortBy), change);
    }

    private static ReserveOutcome ReservedBefore(LedgerEntry done) => done switch
    {
        { Kind: LedgerEntryKind.Reserve } => new ReserveOutcome.Reserved(done.Reserved),
        { Kind: LedgerEntryKind.Wait, Place: { } place } => new ReserveOutcome.OnWaitingList(place.Position, place.ShortBy),
        _ => throw PotSteps.KeyOfAnotherStep(done),
    };

    private static ReleaseOutcome ReleasedBefore(LedgerEntry done) => done.Kind switch
    {
        LedgerEntryKind.Release => new ReleaseOutcome.Released(done.Released),
        LedgerEntryKind.Leave => new ReleaseOutcome.LeftWaitingList(),
        LedgerEntryKind.Fund or LedgerEntryKind.Reserve or LedgerEntryKind.Wait or LedgerEntryKind.Offer or LedgerEntryKind.Grant or LedgerEntryKind.Settle
            or LedgerEntryKind.OfferPart or LedgerEntryKind.AcceptPart or LedgerEntryKind.DeclinePart => throw PotSteps.KeyOfAnotherStep(done),
        _ => throw new UnreachableException(),
    };
}
