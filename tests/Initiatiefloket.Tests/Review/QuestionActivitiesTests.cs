using System.Net;
using Initiatiefloket.Budget;
using Initiatiefloket.Endings;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Endings.Letters;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Terms;
using SendGrid;

namespace Initiatiefloket.Tests.Review;

[Collection(nameof(OnStorage))]
public sealed class QuestionActivitiesTests : IDisposable
{
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly PotLedger _pot;
    private readonly QuestionActivities _steps;

    public QuestionActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _pot = new PotLedger(storage.Tables, _room.Clock);
        var writer = new LetterWriter(SampleLetters.Words, _room.Pages, new LetterStore(storage.Blobs), storage.Initiatives, Cases.Policy, _room.Clock);
        _steps = new QuestionActivities(
            storage.Initiatives,
            new Intentions(storage.Initiatives, writer, Cases.Policy, _room.Clock),
            _room.CasePost,
            new ReviewQuestionMails(AppTexts.Localizer),
            new LinePlaces(storage.Initiatives, _pot),
            Cases.Policy,
            _room.Clock);
    }

    [Fact]
    public async Task Questions_RequestToComplete_TakesThePlaceInTheLineUntilTheAnswer()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-LINE", PotYear = 2041 });
        await new LinePlaces(_storage.Initiatives, _pot).FollowAsync("Q-LINE", CancellationToken.None);
        Assert.Equal((PlaceState.Undecided, Cases.ReceivedAt), await PlaceAsync());

        await _steps.AskApplicant(RoundOf("Q-LINE"), CancellationToken.None);
        Assert.Equal((PlaceState.Incomplete, null), await PlaceAsync());

        _room.Clock.Advance(TimeSpan.FromDays(2));
        var answeredAt = _room.Clock.GetUtcNow();
        var answered = new InitiativeEvent("answered", InitiativeEventKind.QuestionAnswered, answeredAt, Actor.Applicant);
        await _storage.Initiatives.ChangeAsync(
            "Q-LINE", answered, current => current.Answer(1, current.VerdictOf(1)!.Questions.ToDictionary(one => one.Id, _ => "In het buurthuis."), answeredAt), CancellationToken.None);
        await _steps.ConfirmAnswers(RoundOf("Q-LINE"), CancellationToken.None);
        Assert.Equal((PlaceState.Undecided, answeredAt), await PlaceAsync());

        async Task<(PlaceState, DateTimeOffset?)> PlaceAsync() =>
            (await _pot.FindStandingAsync(2041, "Q-LINE"))!.Place is var place ? (place.State, place.CompleteAt) : default;
    }

    [Fact]
    public async Task AskApplicant_RunTwice_KeepsTheDatesOfTheFirstAndMailsOnce()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-1" });

        var first = await _steps.AskApplicant(RoundOf("Q-1"), CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(2));
        var second = await _steps.AskApplicant(RoundOf("Q-1"), CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal(LocalTime.StartOf(new DateOnly(2026, 3, 17)), first.Until);
        Assert.Equal(Cases.ReceivedAt + ((first.Until - Cases.ReceivedAt) / 2), first.RemindAt);
        Assert.Equal([("Vraag over uw initiatief Samen eten in De Thij (Q-1)", Cases.Applicant.Email)], _room.Envelopes);
        var asked = await GetAsync("Q-1");
        Assert.Equal((InitiativeState.WaitingForApplicant, first.Until), (asked.State, asked.WaitsUntil));
        Assert.Equal(new Suspension(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 16)), Assert.Single(asked.Clock!.Suspensions));
    }

    [Fact]
    public async Task AskApplicant_Intention_MakesOneLetterAndLeavesTheClockRunning()
    {
        var intended = (Cases.VerdictOf(VerdictKind.Decline) with { RefusalCodes = ["accounting"], HearingCodes = ["accounting"] }).AsIntention();
        await _storage.PutAsync(Cases.InReview.With(intended) with { Id = "Q-20" });

        var first = await _steps.AskApplicant(RoundOf("Q-20"), CancellationToken.None);
        var second = await _steps.AskApplicant(RoundOf("Q-20"), CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal((LocalTime.StartOf(new DateOnly(2026, 3, 17)), (DateTimeOffset?)null), (first.Until, first.SetAsideBefore));
        Assert.Equal([("Voornemen over uw initiatief Samen eten in De Thij (Q-20)", Cases.Applicant.Email)], _room.Envelopes);
        var asked = await GetAsync("Q-20");
        Assert.Empty(asked.Clock!.Suspensions);
        var letter = Assert.Single(asked.Letters);
        Assert.Equal((LetterKind.Intention, new DateOnly(2026, 3, 2)), (letter.Kind, letter.Announced!.SentOn));
        Assert.Equal(LetterRoad.Clear, LetterRoads.Of(asked, await _storage.Initiatives.GetEventsAsync("Q-20", CancellationToken.None)));
    }

    [Theory]
    [InlineData(3, "2026-03-05", "2026-03-19")]
    [InlineData(20, "2026-03-22", "2026-04-07")] // fourteen days end on Easter Sunday: moved by law
    public async Task AskApplicant_MailOutForDays_CountsFromTheDayItWent(int days, string askedOn, string recoverBy)
    {
        var id = $"Q-8-{days}";
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = id });
        _room.Answer = _ => HttpStatusCode.ServiceUnavailable;
        await Assert.ThrowsAsync<TransientFailureException>(() => _steps.AskApplicant(RoundOf(id), CancellationToken.None));
        Assert.Empty((await GetAsync(id)).Clock!.Suspensions);
        _room.Answer = _ => HttpStatusCode.Accepted;
        _room.Clock.Advance(TimeSpan.FromDays(days));
        var sentAt = _room.Clock.GetUtcNow();

        var expected = await _steps.AskApplicant(RoundOf(id), CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(1));
        var again = await _steps.AskApplicant(RoundOf(id), CancellationToken.None);

        Assert.Equal(expected, again);
        Assert.Equal(LocalTime.StartOf(Days.Of(recoverBy).AddDays(1)), expected.Until);
        Assert.Equal(sentAt + ((expected.Until - sentAt) / 2), expected.RemindAt);
        var asked = await GetAsync(id);
        Assert.Equal(expected.Until, asked.WaitsUntil);
        Assert.Equal(new Suspension(Days.Of(askedOn), Days.Of(recoverBy)), Assert.Single(asked.Clock!.Suspensions));
        Assert.Contains(
            $"Antwoord uiterlijk {expected.Until.DeadlineInWords()}", MailRoom.BodyOf(_room.Sent[^1], MimeType.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskApplicant_MailRefused_NeitherStopsTheClockNorSetsAside()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-9" });
        _room.Answer = address => address == Cases.Applicant.Email ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;

        var expected = await _steps.AskApplicant(RoundOf("Q-9"), CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(expected, await _steps.AskApplicant(RoundOf("Q-9"), CancellationToken.None));
        Assert.Null(expected.SetAsideBefore);
        Assert.Equal(Cases.Policy.Terms.Answer.EndsAt(Cases.ReceivedAt, Cases.Policy.WorkingDays), expected.Until);
        var asked = await GetAsync("Q-9");
        Assert.Equal((InitiativeState.WaitingForApplicant, expected.Until, false), (asked.State, asked.WaitsUntil, asked.IsRequestToComplete));
        Assert.Empty(asked.Clock!.Suspensions);
        Assert.Contains(($"Mail niet bezorgd: {Cases.InReview.Title} (Q-9)", Cases.Policy.Municipality.Coordinator.Email), _room.Envelopes);
    }

    [Fact]
    public async Task AskApplicant_RequestToComplete_LeavesSettingAsideToPeopleForFourWeeksAfterTheTerm()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-10" });

        var expected = await _steps.AskApplicant(RoundOf("Q-10"), CancellationToken.None);

        // The recovery term ends on 16 March.
        Assert.Null(expected.SetAsideBefore);
        Assert.Equal(new DateOnly(2026, 4, 13), (await GetAsync("Q-10")).Clock!.SetAsideBy(Cases.Policy.WorkingDays));
    }

    [Fact]
    public async Task RemindApplicant_AfterTheTerm_StaysSilent()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-11" });
        var expected = await _steps.AskApplicant(RoundOf("Q-11"), CancellationToken.None);

        _room.Clock.SetUtcNow(expected.Until);
        await _steps.RemindApplicant(RoundOf("Q-11"), CancellationToken.None);

        Assert.Single(_room.Sent);
    }

    [Fact]
    public async Task AskApplicant_TermEndsOnAHoliday_IsMovedByLaw()
    {
        _room.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-2" });

        var expected = await _steps.AskApplicant(RoundOf("Q-2"), CancellationToken.None);

        // Fourteen days end on Good Friday; then come the weekend and Easter Monday.
        Assert.Equal(LocalTime.StartOf(new DateOnly(2026, 4, 8)), expected.Until);
    }

    [Fact]
    public async Task AskApplicant_AnsweredAlready_DoesNotAskAgain()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-3" });
        await _steps.AskApplicant(RoundOf("Q-3"), CancellationToken.None);
        var answered = new InitiativeEvent("answer-1", InitiativeEventKind.QuestionAnswered, Cases.AskedAt, Actor.Applicant);
        await _storage.Initiatives.ChangeAsync("Q-3", answered, current => current.Answer(1, Cases.Answers("Ja."), Cases.AskedAt), CancellationToken.None);

        await _steps.AskApplicant(RoundOf("Q-3"), CancellationToken.None);
        await _steps.RemindApplicant(RoundOf("Q-3"), CancellationToken.None);

        Assert.Single(_room.Sent);
        Assert.Equal(InitiativeState.InReview, (await GetAsync("Q-3")).State);
    }

    [Fact]
    public async Task AskApplicant_Withdrawn_StaysSilent()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-4", State = InitiativeState.Withdrawn });

        var expected = await _steps.AskApplicant(RoundOf("Q-4"), CancellationToken.None);

        // Over at once: the workflow does not wait for an answer that cannot come.
        Assert.Equal(new AnswerExpected(Cases.ReceivedAt, Cases.ReceivedAt, SetAsideBefore: null), expected);
        Assert.Empty(_room.Sent);
        var asked = await GetAsync("Q-4");
        Assert.Equal(InitiativeState.Withdrawn, asked.State);
        Assert.Empty(asked.Clock!.Suspensions);
        Assert.DoesNotContain(
            await _storage.Initiatives.GetEventsAsync("Q-4", CancellationToken.None), happened => happened.Kind == InitiativeEventKind.QuestionAsked);
    }

    [Fact]
    public async Task CloseQuestions_AnswerStoredAfterTheLastLook_Counts()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-5" });
        await _steps.AskApplicant(RoundOf("Q-5"), CancellationToken.None);
        var answered = new InitiativeEvent("answer-1", InitiativeEventKind.QuestionAnswered, Cases.AskedAt, Actor.Applicant);
        await _storage.Initiatives.ChangeAsync(
            "Q-5", answered, current => current.Answer(1, Cases.Answers("Net op tijd."), Cases.AskedAt), CancellationToken.None);

        await _steps.CloseQuestions(RoundOf("Q-5"), CancellationToken.None);

        Assert.NotNull((await GetAsync("Q-5")).VerdictOf(1)!.AnsweredAt);
        Assert.DoesNotContain(
            await _storage.Initiatives.GetEventsAsync("Q-5", CancellationToken.None), happened => happened.Kind == InitiativeEventKind.QuestionExpired);
    }

    [Fact]
    public async Task CloseQuestions_NoAnswer_MakesALaterOneTooLate()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-6" });
        await _steps.AskApplicant(RoundOf("Q-6"), CancellationToken.None);

        await _steps.CloseQuestions(RoundOf("Q-6"), CancellationToken.None);

        var answered = new InitiativeEvent("answer-1", InitiativeEventKind.QuestionAnswered, Cases.AskedAt, Actor.Applicant);
        Assert.IsType<Saved.TooLate>(await _storage.Initiatives.ChangeAsync(
            "Q-6", answered, current => current.Answer(1, Cases.Answers("Te laat."), Cases.AskedAt), CancellationToken.None));
    }

    [Theory]
    [InlineData(MailsWanted.All, 1)]
    [InlineData(MailsWanted.Needed, 0)]
    public async Task ConfirmAnswers_Preference_IsRespected(MailsWanted wanted, int mails)
    {
        var id = $"Q-7-{wanted}";
        await _storage.PutAsync(Cases.InReview with { Id = id, Mails = wanted });

        await _steps.ConfirmAnswers(RoundOf(id), CancellationToken.None);

        Assert.Equal(mails, _room.Sent.Count);
    }

    public void Dispose() => _room.Dispose();

    private static ReviewRoundCase RoundOf(string id) => new(id, 1, RoundKind.Review, Cases.Policy.Terms, Cases.Policy.Limits, Cases.Policy.Bands);

    private Task<Initiative> GetAsync(string id) => _storage.Initiatives.GetAsync(id, CancellationToken.None);
}
