using System.Net;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Microsoft.DurableTask.Client;
using Moq;

namespace Initiatiefloket.Tests.Review;

/// <summary>In a town with two reviewers.</summary>
[Collection(nameof(OnStorage))]
public sealed class ReviewActivitiesTests : IDisposable
{
    private static readonly Actor Other = Actor.Reviewer("jeugd");
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly HandOvers _handOvers;
    private readonly Involvement _involvement;
    private readonly ReviewActivities _steps;

    public ReviewActivitiesTests(AppStorage storage)
    {
        var policy = Cases.Policy with { Reviewers = [.. Cases.Policy.Reviewers.Take(2)] };
        _storage = storage;
        _room = new MailRoom(storage, policy);
        var office = new ReviewOffice(storage, _room, policy);
        _handOvers = office.HandOvers;
        _involvement = office.Involvement;
        _steps = office.Steps;
    }

    [Fact]
    public async Task Invite_InvolvedCoordinatorIsTheOnlyArbiter_IsAskedToFindSomebodyWhoThenDecides()
    {
        var disagreed = Disagreed("INV-1");
        await _storage.PutAsync(disagreed with { Panel = disagreed.Panel with { InvolvedOthers = [Actor.Substitute] } });
        var round = RoundOf("INV-1", 2, RoundKind.Arbitration);

        await _steps.OpenReviewRound(round, CancellationToken.None);

        Assert.Equal([("Zoek iemand die beslist: Samen eten in De Thij (INV-1)", Cases.Policy.Municipality.Coordinator.Email)], _room.Envelopes);
        var initiative = await _storage.Initiatives.GetAsync("INV-1", CancellationToken.None);
        Assert.IsType<Saved.TooLate>(await _handOvers.SaveAsync(initiative, GivenTo(Other), CancellationToken.None));

        // Somebody joins who did not take part in the disagreement.
        using var later = new MailRoom(_storage);
        Assert.IsType<Saved.Now>(await _handOvers.SaveAsync(initiative, GivenTo(Actor.Reviewer("zorg")), CancellationToken.None));
        await new ReviewOffice(_storage, later, Cases.Policy).Steps.InviteReviewers(round, CancellationToken.None);
        Assert.Equal([(ReviewOffice.SubjectOf("Hak de knoop door", "INV-1"), "g.nijhuis@oldenzaal.example")], later.Envelopes);

        static HandOver GivenTo(Actor person) => new(2, Actor.Coordinator, person, HandOverReason.Coordinator, Cases.AskedAt, Actor.Coordinator);
    }

    [Fact]
    public async Task Release_OfAPlaceThatNobodyCanTake_TellsTheCoordinatorOnce()
    {
        var alone = Cases.InReview with { Id = "INV-4", Panel = new Panel { Seats = [Cases.Reviewer], InvolvedOthers = [Other, Actor.Coordinator, Actor.Substitute] } };
        await _storage.PutAsync(alone);
        var client = new Mock<DurableTaskClient>("test").Object;

        Assert.Null(await _involvement.ReleaseAsync(client, alone, Cases.Reviewer, InvolvedAs.Said, CancellationToken.None));
        Assert.Null(await _involvement.ReleaseAsync(client, alone, Cases.Reviewer, InvolvedAs.Said, CancellationToken.None));

        Assert.Equal([("Zoek iemand die beslist: Samen eten in De Thij (INV-4)", Cases.Policy.Municipality.Coordinator.Email)], _room.Envelopes);
    }

    [Fact]
    public async Task Open_InvolvedCoordinatorWouldBeTheArbiter_AsksTheSubstitute()
    {
        await _storage.PutAsync(Disagreed("INV-3"));

        await _steps.OpenReviewRound(RoundOf("INV-3", 2, RoundKind.Arbitration), CancellationToken.None);

        Assert.Equal([(ReviewOffice.SubjectOf("Hak de knoop door", "INV-3"), Cases.Policy.Substitute.Email)], _room.Envelopes);
    }

    [Theory]
    [InlineData(new[] { "reviewer:jeugd" }, "reviewer:welzijn, coordinator", 2)]
    [InlineData(new[] { "reviewer:jeugd", "coordinator" }, "reviewer:welzijn; Vacant: 1", 1)]
    public async Task Open_TooFewReviewersForTheBand_GivesThePlaceToTheCoordinatorOrNotesThatItIsVacant(string[] involved, string note, int mails)
    {
        var id = $"INV-2-{mails}";
        await _storage.PutAsync(Cases.Received with { Id = id, Asked = Euro.Whole(20_000), Panel = new Panel { InvolvedOthers = [.. involved.Select(Actor.Read)] } });
        var round = RoundOf(id, 1, RoundKind.Review);

        await _steps.OpenReviewRound(round, CancellationToken.None);

        Assert.Equal(note, (await _storage.Initiatives.FindEventAsync(id, "review-1-opened", CancellationToken.None))!.Note);
        Assert.Equal(mails, _room.Sent.Count);
    }

    [Fact]
    public async Task OpenReviewRound_MailOutForDays_CountsTheRemindersFromTheDayItWent()
    {
        await _storage.PutAsync(Cases.Received with { Id = "RA-1" });
        _room.Answer = _ => HttpStatusCode.ServiceUnavailable;
        await Assert.ThrowsAsync<TransientFailureException>(() => _steps.OpenReviewRound(RoundOf("RA-1", 1, RoundKind.Review), CancellationToken.None));
        _room.Answer = _ => HttpStatusCode.Accepted;
        _room.Clock.Advance(TimeSpan.FromDays(20));
        var invitedAt = _room.Clock.GetUtcNow();

        var invited = await _steps.OpenReviewRound(RoundOf("RA-1", 1, RoundKind.Review), CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(1));
        var again = await _steps.InviteReviewers(RoundOf("RA-1", 1, RoundKind.Review), CancellationToken.None);

        Assert.Equal(Cases.Policy.Terms.ReviewReminder.EndsAt(invitedAt, Cases.Policy.WorkingDays), invited.Nudges[0].At);
        Assert.Equal(invited.Nudges, again.Nudges);
    }

    [Fact]
    public async Task OpenReviewRound_WithdrawnBefore_SeatsNobody()
    {
        await _storage.PutAsync(Cases.Received with { Id = "RA-2", State = InitiativeState.Withdrawn });

        var invited = await _steps.OpenReviewRound(RoundOf("RA-2", 1, RoundKind.Review), CancellationToken.None);

        Assert.Empty(invited.Nudges);
        Assert.Empty(_room.Sent);
        Assert.Empty((await _storage.Initiatives.GetAsync("RA-2", CancellationToken.None)).Panel.Seats);
        Assert.DoesNotContain(
            await _storage.Initiatives.GetEventsAsync("RA-2", CancellationToken.None), happened => happened.Key == "review-1-opened");
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
