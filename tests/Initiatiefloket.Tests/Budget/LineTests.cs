using Azure.Data.Tables;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Initiatiefloket.Budget;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Budget;

/// <summary>The line for the money of a pot (Awb 4:25-4:28): who ranks where, who can get what, and random histories of it.</summary>
public sealed class LineTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    // Each history has a pot of its own.
    private static int _year = 2200;

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ranked_Moments_GoInOrderAndWhoIsIncompleteHasNoRank() => Assert.Equal(
        ["first", "second"],
        IdsOf(LineOf(1000, DivisionRule.Strict, PlaceOf("second", 1, Noon), PlaceOf("none", 1, null), PlaceOf("first", 1, Noon.AddTicks(-1)))));

    [Fact]
    public void Ranked_OnPaper_RanksAtTheEndOfItsDay() => Assert.Equal(
        ["evening", "paper", "next-day"],
        IdsOf(LineOf(
            1000,
            DivisionRule.Strict,
            PlaceOf("next-day", 1, Noon.AddHours(11)),
            PlaceOf("paper", 1, Noon) with { ByDay = true },
            PlaceOf("evening", 1, Noon.AddHours(10)))));

    [Fact]
    public void Ranked_EqualMoments_GoByLotsThatAnybodyWithTheSeedCanDraw()
    {
        string[] ids = ["a", "b", "c", "d", "e"];
        var line = LineOf(1000, DivisionRule.Strict, [.. ids.Select(id => PlaceOf(id, 1, Noon))]);
        var paper = LineOf(1000, DivisionRule.Strict, [.. ids.Select((id, hour) => PlaceOf(id, 1, Noon.AddHours(hour)) with { ByDay = true })]);

        // SHA-256 of "a seed that tests know|a" and so on, as any tool works them out.
        Assert.Equal(ids.OrderBy(id => Digest($"a seed that tests know|{id}"), StringComparer.Ordinal), IdsOf(line));
        Assert.Equal(IdsOf(line), IdsOf(paper));
        Assert.NotEqual(ids, IdsOf(line));
    }

    [Theory]
    [InlineData(DivisionRule.Strict, 0, 0)] // the first does not fit, so it waits for the first
    [InlineData(DivisionRule.BestFit, 700, 400)] // passes the first; the second leaves 400
    public void Rooms_FirstDoesNotFit_GoesByTheRule(DivisionRule rule, int second, int third)
    {
        var line = LineOf(700, rule, PlaceOf("first", 800, Noon), PlaceOf("second", 300, Noon.AddMinutes(1)), PlaceOf("third", 500, Noon.AddMinutes(2)));

        Assert.Equal([new Euro(700), new Euro(second), new Euro(third)], line.Rooms().Select(one => one.Room));
    }

    [Fact]
    public void Rooms_CeilingLoweredAfterReceipt_KeepsTheOldOneForWhoWasIn()
    {
        var head = LineSeeds.Head with { Ceilings = [new(DateTimeOffset.MinValue, new Euro(1000)), new(Noon, new Euro(600)), new(Noon.AddHours(2), new Euro(800))] };
        var line = new Line(
            Pots.Of(1000),
            head,
            [PlaceOf("before", 100, Noon.AddMinutes(-1)), PlaceOf("after", 100, Noon.AddMinutes(1)), PlaceOf("raised", 100, Noon.AddHours(3))]);

        Assert.Equal([new Euro(1000), new Euro(700), new Euro(600)], line.Rooms().Select(one => one.Room));
    }

    [Fact]
    public void Rooms_BetterRankedGoesByALowerCeiling_KeepsItsMoney()
    {
        var head = LineSeeds.Head with { Ceilings = [new(DateTimeOffset.MinValue, new Euro(1000)), new(Noon, new Euro(600))] };
        var completed = PlaceOf("completed", 900, Noon.AddHours(2)) with { ReceivedAt = Noon.AddDays(-1) };
        var line = new Line(Pots.Of(1000), head, [PlaceOf("new", 500, Noon.AddHours(1)), completed]);

        Assert.Equal([new Euro(600), new Euro(100)], line.Rooms().Select(one => one.Room));
    }

    [Theory]
    [InlineData(400, 50, "first", 400)] // just half
    [InlineData(399, 50, null, 0)]
    [InlineData(800, 50, "first", 800)]
    [InlineData(799, null, null, 0)]
    public void Next_NotEnoughForAll_IsAPartWhenThePolicyOffersThose(long has, int? atLeast, string? who, long amount)
    {
        var line = new Line(
            Pots.Of(has), LineSeeds.Head with { AtLeast = atLeast }, [PlaceOf("first", 800, Noon) with { State = PlaceState.Waiting }]);

        Assert.Equal((who, amount), (line.Next()?.Place.InitiativeId, line.Next()?.Amount.Cents ?? 0));
    }

    [Fact]
    public void StandingOf_ThirdInTheLine_CountsWhoRanksBetter()
    {
        var third = PlaceOf("third", 500, Noon.AddMinutes(2));
        var line = LineOf(1000, DivisionRule.Strict, PlaceOf("first", 300, Noon), PlaceOf("second", 400, Noon.AddMinutes(1)), third);

        var standing = line.StandingOf(third);

        Assert.Equal((3, 2, new Euro(700), new Euro(300)), (standing.Rank, standing.AheadCount, standing.Ahead, standing.Room));
    }

    [Property(MaxTest = 1000)]
    public Property AnyHistory_IsFairAddsUpAndCanBeReplayed() => Prop.ForAll(LineHistories.Any, history =>
    {
        var run = Play(history, new MemoryPot(), []);
        return (run.Problems.Count == 0).Label(string.Join('\n', run.Problems));
    });

    [Property(MaxTest = 500)]
    public Property AnyHistory_WithCrashesBetweenCallsToStorage_EndsAsWithout() => Prop.ForAll(LineHistories.Any, history =>
    {
        var (run, undisturbed) = (Play(history, new MemoryPot(), history.Crashes), Play(history, new MemoryPot(), []));
        var (ended, expected) = (Wait(run.DescribeAsync()), Wait(undisturbed.DescribeAsync()));
        return (run.Problems.Count == 0 && ended == expected).Label($"{string.Join('\n', run.Problems)}\n{ended}\nis not\n{expected}");
    });

    [Property(MaxTest = 15)]
    public Property AnyHistory_OnTheStoreWithCrashes_IsFairAndAddsUp() => Prop.ForAll(LineHistories.Short, history =>
    {
        var rows = new PotTable(new TableServiceClient(azurite.ConnectionString));
        var run = Wait(Task.Run(() => new LineRun(history, rows, history.Crashes, _year++).PlayAsync()));
        return (run.Problems.Count == 0).Label(string.Join('\n', run.Problems));
    });

    private static LineRun Play(LineHistory history, IPotRows rows, IEnumerable<int> crashes) => Wait(new LineRun(history, rows, crashes, 2026).PlayAsync());

    // Rows in memory answer at once.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static string Digest(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> IdsOf(Line line) => line.Ranked.Select(place => place.InitiativeId);

    private static Line LineOf(long has, DivisionRule rule, params IReadOnlyList<LinePlace> places) => new(Pots.Of(has), LineSeeds.Head with { Rule = rule }, places);

    private static LinePlace PlaceOf(string id, long cents, DateTimeOffset? completeAt) => new()
    {
        Number = 1,
        InitiativeId = id,
        Amount = new Euro(cents),
        ReceivedAt = completeAt ?? Noon,
        CompleteAt = completeAt,
        State = completeAt is null ? PlaceState.Incomplete : PlaceState.Undecided,
    };
}
