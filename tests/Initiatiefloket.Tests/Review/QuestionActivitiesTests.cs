using Initiatiefloket.Initiatives;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Review;

[Collection(nameof(OnStorage))]
public sealed class QuestionActivitiesTests : IDisposable
{
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly QuestionActivities _steps;

    public QuestionActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _steps = new QuestionActivities(
            storage.Initiatives, _room.CasePost, new ReviewQuestionMails(Texts.Of<ReviewTexts>()), Cases.Policy, _room.Clock);
    }

    [Fact]
    public async Task AskApplicant_RunTwice_KeepsTheDatesOfTheFirstAndMailsOnce()
    {
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-1" });

        var first = await _steps.AskApplicant(RoundOf("Q-1"), CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(2));
        var second = await _steps.AskApplicant(RoundOf("Q-1"), CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal(TownTime.StartOf(new DateOnly(2026, 3, 17)), first.Until);
        Assert.Equal(Cases.ReceivedAt + ((first.Until - Cases.ReceivedAt) / 2), first.RemindAt);
        Assert.Equal([("Vraag over uw initiatief Q-1", Cases.Applicant.Email)], _room.Envelopes);
        var asked = await GetAsync("Q-1");
        Assert.Equal((InitiativeState.WaitingForApplicant, first.Until), (asked.State, asked.WaitsUntil));
        Assert.Equal(new Suspension(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 16)), Assert.Single(asked.Clock!.Suspensions));
    }

    [Fact]
    public async Task AskApplicant_TermEndsOnAHoliday_IsMovedByLaw()
    {
        _room.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));
        await _storage.PutAsync(Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Id = "Q-2" });

        var expected = await _steps.AskApplicant(RoundOf("Q-2"), CancellationToken.None);

        // Fourteen days end on Good Friday; then come the weekend and Easter Monday.
        Assert.Equal(TownTime.StartOf(new DateOnly(2026, 4, 8)), expected.Until);
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

        await _steps.AskApplicant(RoundOf("Q-4"), CancellationToken.None);

        Assert.Empty(_room.Sent);
        Assert.Equal(InitiativeState.Withdrawn, (await GetAsync("Q-4")).State);
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
