using Initiatiefloket.Initiatives;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Review;

[Collection(nameof(OnStorage))]
public sealed class NudgeActivitiesTests : IDisposable
{
    private static readonly Actor Deputy = Actor.Reviewer("jeugd");
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly NudgeActivities _steps;

    public NudgeActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _steps = new ReviewOffice(storage, _room, Cases.Policy).Nudges;
    }

    [Fact]
    public async Task CallInDeputies_RunTwice_GoesToOneDeputyAndTellsBothOnce()
    {
        await _storage.PutAsync(Cases.InReview with { Id = "N-1" });

        await _steps.CallInDeputies(RungOf("N-1", handOvers: 0), CancellationToken.None);
        await _steps.CallInDeputies(RungOf("N-1", handOvers: 0), CancellationToken.None);

        var panel = (await GetAsync("N-1")).Panel;
        Assert.Equal([Deputy], panel.Seats);
        Assert.Equal((Cases.Reviewer, Deputy), (Assert.Single(panel.HandOvers).From, panel.HandOvers[0].To));
        Assert.Equal(
            [
                (ReviewOffice.SubjectOf("Beslis", "N-1"), "y.amrani@oldenzaal.example"),
                (ReviewOffice.SubjectOf("Uw vervanger is gevraagd", "N-1"), "e.kamphuis@oldenzaal.example"),
            ],
            _room.Envelopes);
    }

    [Fact]
    public async Task CallInDeputies_OnTheNextLadder_TellsNobodyASecondTime()
    {
        await _storage.PutAsync(Cases.InReview with { Id = "N-2" });
        await _steps.CallInDeputies(RungOf("N-2", handOvers: 0), CancellationToken.None);

        await _steps.CallInDeputies(RungOf("N-2", handOvers: 1), CancellationToken.None);

        Assert.Equal(2, _room.Envelopes.Count);
    }

    [Fact]
    public async Task CallInDeputies_SomebodyVoted_LeavesTheirSeat()
    {
        await _storage.PutAsync((Cases.InReview with { Id = "N-3", Panel = new Panel { Seats = [Cases.Reviewer, Actor.Reviewer("zorg")] } })
            .Vote(Cases.VerdictOf(VerdictKind.Approve))!);

        await _steps.CallInDeputies(RungOf("N-3", handOvers: 0), CancellationToken.None);

        Assert.Equal([Cases.Reviewer, Actor.Reviewer("gezondheid")], (await GetAsync("N-3")).Panel.Seats);
    }

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task EscalateReview_CoordinatorInvolved_RemindsTheReviewerAndAsksTheCoordinatorForSomebodyElse()
    {
        var change = new HandOver(1, Actor.Coordinator, Cases.Reviewer, HandOverReason.Conflict, Cases.AskedAt, Actor.Coordinator);
        var panel = new Panel { Kind = RoundKind.Arbitration, Seats = [Actor.Coordinator] }.With(change)!;
        await _storage.PutAsync(Cases.InReview with { Id = "N-8", Panel = panel });

        await _steps.EscalateReview(RungOf("N-8", handOvers: 1), CancellationToken.None);
        await _steps.EscalateReview(RungOf("N-8", handOvers: 1), CancellationToken.None);

        Assert.Equal(
            [
                (ReviewOffice.SubjectOf("Herinnering, beslis", "N-8"), "e.kamphuis@oldenzaal.example"),
                ("Spreek de collega aan: Samen eten in De Thij (N-8)", Cases.Policy.Municipality.Coordinator.Email),
            ],
            _room.Envelopes);
        Assert.DoesNotContain("vervanger", MailRoom.BodyOf(_room.Sent[0], "text/plain"), StringComparison.Ordinal);
        Assert.DoesNotContain(Cases.Application.Plan[..40], MailRoom.BodyOf(_room.Sent[1], "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EscalateReview_InvolvedCoordinatorIsTheOnlyArbiter_RemindsThemOfNoDecision()
    {
        var panel = new Panel { Kind = RoundKind.Arbitration, Seats = [Actor.Coordinator], InvolvedOthers = [Actor.Coordinator] };
        await _storage.PutAsync(Cases.InReview with { Id = "N-9", Panel = panel });

        await _steps.EscalateReview(RungOf("N-9", handOvers: 0), CancellationToken.None);

        Assert.Equal([("Zoek iemand die beslist: Samen eten in De Thij (N-9)", Cases.Policy.Municipality.Coordinator.Email)], _room.Envelopes);
    }

    private static RoundNudge RungOf(string id, int handOvers) => new(
        new ReviewRoundCase(id, 1, RoundKind.Review, Cases.Policy.Terms, Cases.Policy.Limits, Cases.Policy.Bands),
        new Nudge(handOvers, 3, NudgeKind.Deputy, Cases.ReceivedAt));

    private Task<Initiative> GetAsync(string id) => _storage.Initiatives.GetAsync(id, CancellationToken.None);
}
