using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Budget;

/// <summary>Plays a history on the real ledger, each step again after a crash until it is done, and keeps a simple account of what is fair beside it.</summary>
internal sealed class LineRun(LineHistory history, IPotRows rows, IEnumerable<int> crashes, int year)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly SetClock _clock = new() { Now = Start };
    private readonly Dictionary<int, (DateTimeOffset ReceivedAt, DateTimeOffset? CompleteAt)> _joined = [];
    private readonly List<string> _problems = [];
    private LineStep? _step;
    private int _number;

    public IReadOnlyList<string> Problems => _problems;

    public static string IdOf(int who) => $"BI-{who}";

    public async Task<LineRun> PlayAsync()
    {
        var ledger = new PotLedger(new CrashingRows(rows, crashes, WatchAsync), _clock);
        await UntilDoneAsync(() => ledger.OpenAsync(PotOf(1000)));
        foreach (var step in history.Steps)
        {
            _number++;
            _clock.Now = Start.AddMinutes(step.Minute);
            _step = step;
            await UntilDoneAsync(() => DoAsync(ledger, step));
            await CheckSumsAsync(step, await SeeAsync());
        }

        await CheckReplayAsync();
        return this;
    }

    /// <summary>All that stands in the store, as text.</summary>
    public async Task<string> DescribeAsync()
    {
        var claims = new List<string>();
        foreach (var who in Enumerable.Range(0, 8))
        {
            claims.Add($"{await rows.FindPlaceAsync(year, IdOf(who), CancellationToken.None)} {(await rows.FindClaimAsync(year, IdOf(who), CancellationToken.None))?.State}");
        }

        return string.Join('\n', (await rows.ListLineAsync(year, CancellationToken.None)).Select(one => one.Hash).Concat(claims));
    }

    private async Task DoAsync(PotLedger ledger, LineStep step)
    {
        var (id, now) = (IdOf(step.Who), _clock.Now);
        switch (step.Kind)
        {
            case LineStepKind.Join when !_joined.ContainsKey(step.Who):
                await FollowAsync(ledger, step.Who, (now, now));
                break;
            case LineStepKind.Suspend when _joined.TryGetValue(step.Who, out var held):
                await FollowAsync(ledger, step.Who, (held.ReceivedAt, null));
                break;
            case LineStepKind.Complete when _joined.TryGetValue(step.Who, out var held):
                await FollowAsync(ledger, step.Who, (held.ReceivedAt, now));
                break;
            case LineStepKind.Approve when _joined.TryGetValue(step.Who, out var held) && await ledger.FindClaimAsync(year, id) is null:
                var amount = step.Number % 3 == 0 ? Euro.Max(new Euro(1), new Euro(AskedBy(step.Who).Cents / 2)) : AskedBy(step.Who);
                await ledger.ReserveAsync(year, new MoneyAsked(id, $"{id}-reserve", amount, held.CompleteAt ?? held.ReceivedAt));
                break;
            case LineStepKind.Leave:
                await ledger.ReleaseAsync(year, id, $"{id}-release");
                break;
            case LineStepKind.Grant:
                await ledger.GrantAsync(year, id, $"{id}-grant", await ledger.FindClaimAsync(year, id) is { Allocation: { } set } ? new Euro(1 + (step.Number % set.Total.Cents)) : null);
                break;
            case LineStepKind.Settle when await ledger.FindClaimAsync(year, id) is { State: ClaimState.Granted, Allocation: { } granted }:
                await ledger.SettleAsync(year, id, $"{id}-settle-{_number}", new Euro(granted.Total.Cents / 2));
                break;
            case LineStepKind.Fund:
                await ledger.OpenAsync(PotOf(500 + step.Number));
                break;
            case LineStepKind.Offer:
                await OfferAsync(ledger, step.Minute);
                break;
            case LineStepKind.Yes or LineStepKind.No:
                await ledger.AnswerPartAsync(year, id, $"{id}-answer", step.Kind == LineStepKind.Yes);
                break;
        }
    }

    // Who was told is not told again.
    private async Task OfferAsync(PotLedger ledger, int minute)
    {
        var until = history.AtLeast is null ? (DateTimeOffset?)null : Start.AddMinutes(minute + 2);
        foreach (var served in await ledger.OfferToWaitingAsync(year, until))
        {
            Expect(await ledger.FindClaimAsync(year, served) is { State: ClaimState.Reserved or ClaimState.Granted }, $"{served} is told of money that it does not have");
            await ledger.ConfirmOfferedAsync(year, served);
        }
    }

    private async Task FollowAsync(PotLedger ledger, int who, (DateTimeOffset ReceivedAt, DateTimeOffset? CompleteAt) held)
    {
        await ledger.FollowAsync(year, new PlaceWanted(IdOf(who), AskedBy(who), held.ReceivedAt, held.CompleteAt, ByDay: who == 7));
        _joined[who] = held;
    }

    private static async Task UntilDoneAsync(Func<Task> step)
    {
        var isDone = false;
        while (!isDone)
        {
            try
            {
                await step();
                isDone = true;
            }
            catch (CrashException)
            {
                // The process starts again, and so does the step.
            }
        }
    }

    private async Task<Seen> SeeAsync()
    {
        var pot = await rows.ReadAsync(year, CancellationToken.None);
        return new Seen(pot.Balance, pot.Line!, await rows.ListOpenPlacesAsync(year, CancellationToken.None));
    }

    private async Task<bool> WatchAsync(Func<Task<bool>> save)
    {
        var before = await SeeAsync();
        var isSaved = await save();
        if (_step is { } step)
        {
            CheckFair(step, before, await SeeAsync());
        }

        return isSaved;
    }

    // Who could get what they need, before somebody ranked lower got something or the ceiling was lowered, still can.
    private void CheckFair(LineStep step, Seen before, Seen after)
    {
        var got = before.Ranked.Where(place => after.Pot.Reserved > before.Pot.Reserved && after.SetApartFor(place) > before.SetApartFor(place)).ToList();
        if (got.Count == 0 && step.Kind != LineStepKind.Fund)
        {
            return;
        }

        var last = got.Count == 0 ? int.MaxValue : got.Max(before.RankOf);
        foreach (var place in before.Fitting().Where(place => before.RankOf(place) < last))
        {
            var isStillServed = after.Open.All(other => other.InitiativeId != place.InitiativeId);
            Expect(isStillServed || after.Fitting().Any(other => other.InitiativeId == place.InitiativeId), $"{place.InitiativeId} could get its money, and not any more after {step}");
        }
    }

    private async Task CheckSumsAsync(LineStep step, Seen after)
    {
        var claims = new List<PotClaim>();
        foreach (var who in Enumerable.Range(0, 8))
        {
            claims.AddRange(await rows.FindClaimAsync(year, IdOf(who), CancellationToken.None) is { } claim ? [claim] : []);
        }

        var entries = await rows.ListEntriesAsync(year, CancellationToken.None);
        var replayed = PotBalance.Empty(year).Apply(entries.OrderBy(entry => entry.Revision).SelectMany(entry => entry.Movements));
        Expect(after.Pot.Since(replayed).Count == 0, $"the ledger does not add up after {step}");
        Expect(after.Pot.Reserved == SumOf(claims, ClaimState.Reserved, ClaimState.Offered), $"reserved is off after {step}");
        Expect(after.Pot.Granted == SumOf(claims, ClaimState.Granted), $"granted is off after {step}");
        Expect(after.Pot.Total == after.Pot.Available + after.Pot.Reserved + after.Pot.Granted, $"a cent leaked in {step}");
        Expect(
            entries.Where(entry => entry.Kind is LedgerEntryKind.Offer or LedgerEntryKind.OfferPart).CountBy(entry => (entry.InitiativeId, entry.Kind)).All(one => one.Value == 1),
            $"an offer was made twice after {step}");
        Expect(after.Head.PartsOffered == after.Open.Count(place => place.State == PlaceState.Offered), $"parts are counted wrongly after {step}");
    }

    // The published events alone give the places as they stand.
    private async Task CheckReplayAsync()
    {
        var hash = LineEvent.BeforeAll;
        var places = new Dictionary<int, PlaceState>();
        foreach (var (index, happened) in (await rows.ListLineAsync(year, CancellationToken.None)).Index())
        {
            Expect(happened.Number == index + 1 && happened.After(hash) == happened, $"event {happened.Number} does not follow from the one before");
            hash = happened.Hash;
            if (happened.Place is { } place && StateAfter(happened.Kind) is { } state)
            {
                places[place] = state;
            }
        }

        foreach (var who in Enumerable.Range(0, 8))
        {
            if (await rows.FindPlaceAsync(year, IdOf(who), CancellationToken.None) is { } place)
            {
                Expect(places[place.Number] == place.State, $"{place.InitiativeId} is {place.State}, and {places[place.Number]} by the events");
            }
        }
    }

    private static PlaceState? StateAfter(LineEventKind kind) => kind switch
    {
        LineEventKind.Opened or LineEventKind.Ceiling => null,
        LineEventKind.Joined or LineEventKind.Completed => PlaceState.Undecided,
        LineEventKind.Incomplete => PlaceState.Incomplete,
        LineEventKind.Waits or LineEventKind.PartDeclined => PlaceState.Waiting,
        LineEventKind.PartOffered => PlaceState.Offered,
        LineEventKind.Reserved or LineEventKind.PartAccepted => PlaceState.Served,
        LineEventKind.Granted or LineEventKind.Settled => PlaceState.Granted,
        LineEventKind.Left => PlaceState.Gone,
        _ => throw new UnreachableException(),
    };

    private static Euro SumOf(IEnumerable<PotClaim> claims, params ClaimState[] states) =>
        Euro.Sum(claims.Where(claim => states.Contains(claim.State)).Select(claim => claim.Allocation!.Total));

    private Pot PotOf(int cents) => Pots.PolicyFor(year, cents / 2, cents - (cents / 2)) with
    {
        Division = new Division(history.Rule, history.AtLeast is { } percent ? new PartialOffers(percent, new Term(1, TermUnit.Days)) : null),
    };

    private static Euro AskedBy(int who) => new(70 + (60 * who));

    private void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            _problems.Add(problem);
        }
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>A line as it stood, with an account of its own of who fits.</summary>
    private sealed record Seen(PotBalance Pot, LineHead Head, IReadOnlyList<LinePlace> Open)
    {
        public List<LinePlace> Ranked { get; } =
            [.. Open.Where(place => place.RanksAt is not null).OrderBy(place => (place.RanksAt, Head.LotOf(place.InitiativeId)))];

        public int RankOf(LinePlace place) => Ranked.FindIndex(other => other.InitiativeId == place.InitiativeId);

        public Euro SetApartFor(LinePlace place) =>
            Open.FirstOrDefault(other => other.InitiativeId == place.InitiativeId) is { } open ? open.Offered : place.Amount;

        public List<LinePlace> Fitting()
        {
            var fitting = new List<LinePlace>();
            var taken = Pot.Reserved + Pot.Granted;
            foreach (var place in Ranked)
            {
                if (taken + place.Needed <= Head.CeilingFor(place, Pot.Total))
                {
                    fitting.Add(place);
                    taken += place.Needed;
                }
                else if (Head.Rule == DivisionRule.Strict && !place.WantsAllOrNothing)
                {
                    break;
                }
            }

            return fitting;
        }
    }
}
