using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Review;
using Initiatiefloket.Reviewers;
using Initiatiefloket.Signals;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Workflow;

namespace Initiatiefloket.Tests.Review;

/// <summary>Who is asked what when a round opens, in a town with two reviewers.</summary>
[Collection(nameof(OnStorage))]
public sealed class ReviewInvitationTests : IDisposable
{
    private const string Other = "reviewer:jeugd";
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly HandOverDesk _handOvers;
    private readonly ReviewActivities _steps;

    public ReviewInvitationTests(AppStorage storage)
    {
        var policy = Cases.Policy with { Reviewers = [.. Cases.Policy.Reviewers.Take(2)] };
        _storage = storage;
        _room = new MailRoom(storage, policy);
        var lists = new CaseListTable(storage.Tables);
        var signals = new WorkflowSignals(new SignalTable(storage.Tables, _room.Clock), new WorkflowStarter(storage.Initiatives, policy));
        _handOvers = new HandOverDesk(storage.Initiatives, signals, _room.Clock);
        _steps = new ReviewActivities(
            storage.Initiatives,
            new Assigner(policy, new AbsenceTable(storage.Tables), new CaseLists(lists, storage.Initiatives), _room.Clock),
            new ReviewPost(storage.Initiatives, lists, _room.CasePost, policy, _room.Clock),
            new AddressBook(policy, storage.Initiatives),
            policy,
            _room.Clock);
    }

    [Fact]
    public async Task Invite_InvolvedCoordinatorIsTheOnlyArbiter_IsAskedToFindSomebodyWhoThenDecides()
    {
        await _storage.PutAsync(Disagreed("INV-1"));
        var round = RoundOf("INV-1", 2, RoundKind.Arbitration);

        await _steps.OpenReviewRound(round, CancellationToken.None);
        await _steps.InviteReviewers(round, CancellationToken.None);

        Assert.Equal([("Zoek iemand die beslist: initiatief INV-1", Cases.Policy.Municipality.Coordinator.Email)], _room.Envelopes);
        var initiative = await _storage.Initiatives.GetAsync("INV-1", CancellationToken.None);
        var change = new HandOver(2, Actor.Coordinator, Other, HandOverReason.Coordinator, Cases.AskedAt, Actor.Coordinator);
        Assert.IsType<Saved.Now>(await _handOvers.SaveAsync(initiative, change, CancellationToken.None));
        await _steps.InviteReviewers(round, CancellationToken.None);
        Assert.Equal(
            ($"Hak de knoop door over initiatief INV-1: {Cases.Application.Title}", "y.amrani@oldenzaal.example"), Assert.Single(_room.Envelopes.Skip(1)));
    }

    [Theory]
    [InlineData(new[] { Other }, "reviewer:welzijn, coordinator", 2)]
    [InlineData(new[] { Other, Actor.Coordinator }, "reviewer:welzijn; Vacant: 1", 1)]
    public async Task Open_TooFewReviewersForTheBand_GivesThePlaceToTheCoordinatorOrNotesThatItIsVacant(string[] involved, string note, int mails)
    {
        var id = $"INV-2-{mails}";
        await _storage.PutAsync(Cases.Received with { Id = id, Asked = Euro.Whole(20_000), Panel = new Panel { InvolvedOthers = involved } });
        var round = RoundOf(id, 1, RoundKind.Review);

        await _steps.OpenReviewRound(round, CancellationToken.None);
        await _steps.InviteReviewers(round, CancellationToken.None);

        Assert.Equal(note, (await _storage.Initiatives.FindEventAsync(id, "review-1-opened", CancellationToken.None))!.Note);
        Assert.Equal(mails, _room.Sent.Count);
    }

    public void Dispose() => _room.Dispose();

    /// <summary>Both voted, and not the same; the coordinator said to be involved when they had a place.</summary>
    private static Initiative Disagreed(string id)
    {
        var involved = new HandOver(1, Actor.Coordinator, Other, HandOverReason.Conflict, Cases.ReceivedAt, Actor.Coordinator);
        return (Cases.InReview with { Id = id, Panel = new Panel { Seats = [Cases.Reviewer, Other], HandOvers = [involved] } })
            .Vote(Cases.VerdictOf(VerdictKind.Approve))!
            .Vote(Cases.VerdictOf(VerdictKind.Approve) with { By = Other, Amount = Euro.Whole(1) })!;
    }

    private static ReviewRoundCase RoundOf(string id, int round, RoundKind kind) =>
        new(id, round, kind, Cases.Policy.Terms, Cases.Policy.Limits, Cases.Policy.Bands);
}
