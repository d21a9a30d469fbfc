using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Reviewers;

namespace Initiatiefloket.Tests.Assignment;

/// <summary>The register of <see cref="Staff"/>, each test on days of its own.</summary>
[Collection(nameof(OnStorage))]
public sealed class AssignerTests(AppStorage storage) : IAsyncLifetime
{
    private readonly CaseListTable _lists = new(storage.Tables);
    private readonly AbsenceTable _absences = new(storage.Tables);

    public Task InitializeAsync() => storage.PutAsync(Cases.InReview);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Seat_NewCase_TakesWhoFitsAndHasTheLeastToDo()
    {
        await storage.PutAsync(Cases.InReview with { Id = "AS-1", Panel = new Panel { Seats = [Staff.ActorOf("bram")] } });
        await _lists.AddAsync(Staff.ActorOf("bram"), "AS-1", CancellationToken.None);
        var binnenstad = Cases.Received with { NeighbourhoodId = "binnenstad" };

        var seating = await AssignerOn(1).SeatAsync(binnenstad, 1, 2, CancellationToken.None);

        Assert.Equal("anna cor", Staff.Names(seating.Seats));
        Assert.Empty(seating.HandOvers);
    }

    [Fact]
    public async Task Seat_LaterRound_ReplacesWhoIsAwayAndDoesNotKeepTheirCases()
    {
        await AwayAsync("anna", 2);
        await AwayAsync("cor", 2, keeps: true);
        var later = Cases.InReview with { Panel = new Panel { Seats = [Staff.ActorOf("anna"), Staff.ActorOf("cor"), Staff.ActorOf("ellen")] } };

        var seating = await AssignerOn(2).SeatAsync(later, 2, 3, CancellationToken.None);

        Assert.Equal("bram cor ellen", Staff.Names(seating.Seats));
        var change = Assert.Single(seating.HandOvers);
        Assert.Equal((2, Staff.ActorOf("anna"), Staff.ActorOf("bram"), HandOverReason.Absence), (change.Round, change.From, change.To, change.Why));
        Assert.Equal("bram cor ellen", Staff.Names((await AssignerOn(3).SeatAsync(Seated(seating.Seats), 3, 3, CancellationToken.None)).Seats));
    }

    [Theory]
    [InlineData(2, false, "anna coordinator", 0)]
    [InlineData(3, false, "anna coordinator", 1)]
    [InlineData(2, true, "anna", 1)] // who is involved fills no place
    public async Task Seat_NewCaseWithTooFewReviewers_GivesOnePlaceToTheCoordinator(int number, bool isInvolved, string seats, int vacant)
    {
        foreach (var reviewer in Staff.All.Skip(1))
        {
            await AwayAsync(reviewer.Id, 7);
        }

        var received = isInvolved ? Cases.Received with { Panel = new Panel { InvolvedOthers = [Actor.Coordinator] } } : Cases.Received;

        var seating = await AssignerOn(7).SeatAsync(received, 1, number, CancellationToken.None);

        Assert.Equal((seats, vacant), (Staff.Names(seating.Seats), seating.Vacant));
    }

    [Fact]
    public async Task Replace_WhenNobodyCan_IsTheCoordinator()
    {
        foreach (var reviewer in Staff.All)
        {
            await AwayAsync(reviewer.Id, 4);
        }

        Assert.Equal(Actor.Coordinator, await AssignerOn(4).ReplaceAsync(Cases.InReview, Cases.Reviewer, CancellationToken.None));
        Assert.Null(await AssignerOn(4).FindDeputyAsync(Cases.InReview, Staff.ActorOf("anna"), CancellationToken.None));
        Assert.Equal([Actor.Coordinator], (await AssignerOn(4).SeatAsync(Cases.Received, 1, 2, CancellationToken.None)).Seats);
    }

    [Fact]
    public async Task Replace_WhenNobodyCanAndTheCoordinatorIsInvolved_IsTheSubstitute()
    {
        foreach (var reviewer in Staff.All)
        {
            await AwayAsync(reviewer.Id, 8);
        }

        var received = Cases.Received with { Panel = new Panel { InvolvedOthers = [Actor.Coordinator] } };
        var seated = Seated([Cases.Reviewer]) with { Panel = new Panel { Seats = [Cases.Reviewer], InvolvedOthers = [Actor.Coordinator] } };

        Assert.Equal([Actor.Substitute], (await AssignerOn(8).SeatAsync(received, 1, 2, CancellationToken.None)).Seats);
        Assert.Equal(Actor.Substitute, await AssignerOn(8).ReplaceAsync(seated, Cases.Reviewer, CancellationToken.None));
    }

    [Fact]
    public async Task Replace_NeverChoosesWhoIsInvolvedOrSitsThere()
    {
        var involved = new HandOver(1, Staff.ActorOf("bram"), Staff.ActorOf("anna"), HandOverReason.Conflict, Cases.ReceivedAt, Staff.ActorOf("bram"));
        var initiative = Seated([Staff.ActorOf("anna"), Staff.ActorOf("cor")]);
        initiative = initiative with { Panel = initiative.Panel with { HandOvers = [involved] } };

        Assert.Equal(Staff.ActorOf("dina"), await AssignerOn(5).ReplaceAsync(initiative, Staff.ActorOf("anna"), CancellationToken.None));
    }

    [Fact]
    public async Task SeatArbiter_IsTheCoordinatorUnlessInvolvedThenSomebodyWhoDidNotVote()
    {
        var disagreed = Seated([Staff.ActorOf("anna"), Staff.ActorOf("bram")])
            .Vote(Cases.VerdictOf(VerdictKind.Approve) with { By = Staff.ActorOf("anna") })!
            .Vote(Cases.VerdictOf(VerdictKind.Approve) with { By = Staff.ActorOf("bram"), Amount = Euro.Whole(1) })!;
        var involved = new HandOver(1, Actor.Coordinator, Staff.ActorOf("bram"), HandOverReason.Conflict, Cases.ReceivedAt, Actor.Coordinator);
        var without = disagreed with { Panel = disagreed.Panel with { HandOvers = [involved] } };

        Assert.Equal([Actor.Coordinator], (await AssignerOn(6).SeatArbiterAsync(disagreed, 2, CancellationToken.None)).Seats);
        Assert.Equal([Staff.ActorOf("cor")], (await AssignerOn(6).SeatArbiterAsync(without, 2, CancellationToken.None)).Seats);
        Assert.False(without.Panel.MayVote(Actor.Coordinator, 2));
    }

    private static Initiative Seated(IReadOnlyList<Actor> seats) => Cases.InReview with { Panel = new Panel { Seats = seats } };

    private Task AwayAsync(string id, int day, bool keeps = false) =>
        _absences.PutAsync(new Absence(id, DayOf(day), DayOf(day), DeputyId: null, keeps), CancellationToken.None);

    private Assigner AssignerOn(int day)
    {
        var policy = Cases.Policy with { Reviewers = Staff.All };
        var clock = new ManualClock(LocalTime.StartOf(DayOf(day)));
        return new Assigner(policy, _absences, new CaseLists(_lists, storage.Initiatives), new People(policy, storage.Initiatives), clock);
    }

    private static DateOnly DayOf(int day) => new(2031, 1, day);
}
