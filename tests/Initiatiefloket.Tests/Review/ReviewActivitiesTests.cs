using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Review;
using Initiatiefloket.Reviewers;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Review;

[Collection(nameof(OnStorage))]
public sealed class ReviewActivitiesTests : IDisposable
{
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly ReviewActivities _steps;

    public ReviewActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        var lists = new CaseListTable(storage.Tables);
        _steps = new ReviewActivities(
            storage.Initiatives,
            new Assigner(Cases.Policy, new AbsenceTable(storage.Tables), new CaseLists(lists, storage.Initiatives), _room.Clock),
            new ReviewPost(storage.Initiatives, lists, _room.CasePost, Cases.Policy, _room.Clock),
            new AddressBook(Cases.Policy, storage.Initiatives),
            Cases.Policy,
            _room.Clock);
    }

    [Fact]
    public async Task InviteReviewers_MailOutForDays_CountsTheRemindersFromTheDayItWent()
    {
        await _storage.PutAsync(Cases.Received with { Id = "RA-1" });
        await _steps.OpenReviewRound(RoundOf("RA-1"), CancellationToken.None);
        _room.Answer = _ => HttpStatusCode.ServiceUnavailable;
        await Assert.ThrowsAsync<TransientFailureException>(() => _steps.InviteReviewers(RoundOf("RA-1"), CancellationToken.None));
        _room.Answer = _ => HttpStatusCode.Accepted;
        _room.Clock.Advance(TimeSpan.FromDays(20));
        var invitedAt = _room.Clock.GetUtcNow();

        var seating = await _steps.InviteReviewers(RoundOf("RA-1"), CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(1));
        var again = await _steps.InviteReviewers(RoundOf("RA-1"), CancellationToken.None);

        Assert.Equal(Cases.Policy.Terms.ReviewReminder.EndsAt(invitedAt, Cases.Policy.WorkingDays), seating.Nudges[0].At);
        Assert.Equal(seating.Nudges, again.Nudges);
    }

    [Fact]
    public async Task OpenReviewRound_WithdrawnBefore_SeatsNobody()
    {
        await _storage.PutAsync(Cases.Received with { Id = "RA-2", State = InitiativeState.Withdrawn });

        await _steps.OpenReviewRound(RoundOf("RA-2"), CancellationToken.None);
        var seating = await _steps.InviteReviewers(RoundOf("RA-2"), CancellationToken.None);

        Assert.Empty(seating.Nudges);
        Assert.Empty(_room.Sent);
        Assert.Empty((await _storage.Initiatives.GetAsync("RA-2", CancellationToken.None)).Panel.Seats);
        Assert.DoesNotContain(
            await _storage.Initiatives.GetEventsAsync("RA-2", CancellationToken.None), happened => happened.Key == "review-1-opened");
    }

    public void Dispose() => _room.Dispose();

    private static ReviewRoundCase RoundOf(string id) =>
        new(id, 1, RoundKind.Review, Cases.Policy.Terms, Cases.Policy.Limits, Cases.Policy.Bands);
}
