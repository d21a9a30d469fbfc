using Initiatiefloket.Council.Questions;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Microsoft.Azure.Functions.Worker;
using SendGrid;

namespace Initiatiefloket.Tests.Council;

/// <summary>On storage of its own: the watch looks at all questions that are open.</summary>
public sealed class CouncilQuestionsTests : IAsyncLifetime, IDisposable
{
    private const string Henk = "raadslid-1";
    private const string HenksMail = "h.wiggers@raad.oldenzaal.example";
    private const string EllensMail = "e.kamphuis@oldenzaal.example";
    private readonly AppStorage _storage = new();
    private MailRoom _room = null!;
    private CouncilQuestionTable _table = null!;
    private CouncilQuestions _questions = null!;

    public async Task InitializeAsync()
    {
        await _storage.InitializeAsync();
        _room = new MailRoom(_storage);
        _table = new CouncilQuestionTable(_storage.Tables);
        _questions = new CouncilQuestions(_table, _storage.Initiatives, _room.CasePost, Cases.Policy, _room.Clock);
    }

    public Task DisposeAsync() => _storage.DisposeAsync();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Ask_Twice_IsAskedOnceOfWhoDecided()
    {
        var initiative = await PutAsync("Q-1");

        await AskAsync(initiative, "Hoe vaak?");
        await AskAsync(initiative, "Hoe vaak?");

        var question = Assert.Single(await _table.ListAsync("Q-1", CancellationToken.None));
        Assert.Equal((1, Cases.Reviewer, new DateOnly(2026, 3, 5)), (question.Number, question.To, question.AnswerBy));
        Assert.Equal([("Vraag van een raadslid: Samen eten in De Thij (Q-1)", EllensMail)], _room.Envelopes);
    }

    [Fact]
    public async Task Ask_AsOftenAsCanBe_IsToldSo()
    {
        var initiative = await PutAsync("Q-2");
        for (var number = 1; number <= CouncilQuestion.Most; number++)
        {
            Assert.Equal(QuestionAsked.Sent, await AskAsync(initiative, $"Vraag {number}"));
        }

        Assert.Equal(QuestionAsked.TooMany, await AskAsync(initiative, "Nog een?"));
        Assert.Equal(QuestionAsked.Sent, await AskAsync(initiative, "Vraag 1"));
    }

    [Fact]
    public async Task Ask_TwoMembersAtOnce_BothAreKept()
    {
        var initiative = await PutAsync("Q-3");

        await Task.WhenAll(Enumerable.Range(1, 5).Select(member => _questions.AskAsync(initiative, $"raadslid-{member}", "Waarom?", CancellationToken.None)));

        Assert.Equal([1, 2, 3, 4, 5], (await _table.ListAsync("Q-3", CancellationToken.None)).Select(question => question.Number));
    }

    [Fact]
    public async Task Answer_Twice_TheFirstStandsAndIsMailedOnceToWhoAsked()
    {
        var initiative = await PutAsync("Q-4");
        await AskAsync(initiative, "Hoe vaak?");
        var question = (await _table.FindAsync("Q-4", 1, CancellationToken.None))!;

        await _questions.AnswerAsync(initiative, question, Cases.Reviewer, "Zes keer.", CancellationToken.None);
        await _questions.AnswerAsync(initiative, question, Actor.Coordinator, "Zeven keer.", CancellationToken.None);

        var stored = (await _table.FindAsync("Q-4", 1, CancellationToken.None))!;
        Assert.Equal(("Zes keer.", Cases.Reviewer), (stored.Answer, stored.AnsweredBy));
        Assert.Equal(1, _room.Envelopes.Count(envelope => envelope.To == HenksMail));
        Assert.Contains("Zes keer.", MailRoom.BodyOf(_room.Sent[^1], MimeType.Text), StringComparison.Ordinal);
        Assert.Empty(await _table.ListOpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Watch_NobodyAnswers_RemindsOnTheLastDayAndThenTellsTheCoordinatorOnce()
    {
        await AskAsync(await PutAsync("Q-5"), "Hoe vaak?");

        await WatchOnAsync(new DateOnly(2026, 3, 4));
        Assert.Single(_room.Sent);
        await WatchOnAsync(new DateOnly(2026, 3, 5));
        Assert.Equal(("Vandaag antwoorden: vraag van een raadslid, Samen eten in De Thij (Q-5)", EllensMail), _room.Envelopes[1]);
        await WatchOnAsync(new DateOnly(2026, 3, 6));
        await WatchOnAsync(new DateOnly(2026, 3, 9));

        Assert.Equal(("Niet beantwoord: vraag van een raadslid, Samen eten in De Thij (Q-5)", "coordinator@oldenzaal.example"), _room.Envelopes[2]);
        Assert.Equal(3, _room.Sent.Count);
        Assert.Single(await _table.ListOpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Watch_AnswerWithoutItsMail_SendsItAndClosesTheQuestion()
    {
        await AskAsync(await PutAsync("Q-6"), "Hoe vaak?");
        var question = (await _table.FindAsync("Q-6", 1, CancellationToken.None))!;
        await _table.AnswerAsync("Q-6", question with { Answer = "Zes keer.", AnsweredBy = Cases.Reviewer, AnsweredAt = Cases.AskedAt }, CancellationToken.None);

        await WatchOnAsync(new DateOnly(2026, 3, 4));

        Assert.Equal(HenksMail, _room.Envelopes[^1].To);
        Assert.Empty(await _table.ListOpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Trail_QuestionAndAnswer_AreToldOnceWithWhoSaidIt()
    {
        var initiative = await PutAsync("Q-8");
        await AskAsync(initiative, "Hoe vaak?");
        await AskAsync(initiative, "Hoe vaak?");
        var question = (await _table.FindAsync("Q-8", 1, CancellationToken.None))!;
        await _questions.AnswerAsync(initiative, question, Cases.Reviewer, "Zes keer.", CancellationToken.None);
        await _questions.AnswerAsync(initiative, question, Actor.Coordinator, "Zeven keer.", CancellationToken.None);

        Assert.Equal(
            [
                (InitiativeEventKind.CouncilQuestionAsked, Actor.CouncilMember(Henk), "Hoe vaak?"),
                (InitiativeEventKind.CouncilQuestionAnswered, Cases.Reviewer, "Zes keer."),
            ],
            await TrailAsync("Q-8"));
    }

    [Fact]
    public async Task Trail_AppStoppedAfterTheQuestionWasKept_IsToldByTheWatchOfTheMomentItself()
    {
        await PutAsync("Q-9");
        var question = new CouncilQuestion(1, Henk, "Hoe vaak?", Cases.AskedAt, new DateOnly(2026, 3, 13), Cases.Reviewer);
        await _table.TryAddAsync("Q-9", question, CancellationToken.None);

        await WatchOnAsync(new DateOnly(2026, 3, 11));

        Assert.Equal([(InitiativeEventKind.CouncilQuestionAsked, Actor.CouncilMember(Henk), "Hoe vaak?")], await TrailAsync("Q-9"));
        Assert.Equal(Cases.AskedAt, (await _storage.Initiatives.FindEventAsync("Q-9", "council-question-1-asked", CancellationToken.None))!.At);
    }

    [Fact]
    public async Task Trail_AppStoppedAfterTheAnswerWasKept_IsToldByTheWatch()
    {
        await AskAsync(await PutAsync("Q-10"), "Hoe vaak?");
        var question = (await _table.FindAsync("Q-10", 1, CancellationToken.None))!;
        await _table.AnswerAsync("Q-10", question with { Answer = "Zes keer.", AnsweredBy = Cases.Reviewer, AnsweredAt = Cases.AskedAt }, CancellationToken.None);

        await WatchOnAsync(new DateOnly(2026, 3, 4));
        await WatchOnAsync(new DateOnly(2026, 3, 5));

        Assert.Equal((InitiativeEventKind.CouncilQuestionAnswered, Cases.Reviewer, "Zes keer."), (await TrailAsync("Q-10"))[^1]);
    }

    [Fact]
    public async Task Erase_Case_TakesItsQuestionsOnly()
    {
        await AskAsync(await PutAsync("Q-7"), "Hoe vaak?");
        await AskAsync(await PutAsync("Q-70"), "Hoe vaak?");

        await _table.EraseAsync("Q-7", CancellationToken.None);

        Assert.Empty(await _table.ListAsync("Q-7", CancellationToken.None));
        Assert.Equal([new OpenQuestion("Q-70", 1)], await _table.ListOpenAsync(CancellationToken.None));
    }

    private Task<Initiative> PutAsync(string id) => _storage.PutAsync(Cases.CouncilWindow with { Id = id });

    private Task<QuestionAsked> AskAsync(Initiative initiative, string text) => _questions.AskAsync(initiative, Henk, text, CancellationToken.None);

    private async Task<List<(InitiativeEventKind Kind, Actor By, string? Note)>> TrailAsync(string id) =>
        [.. (await _storage.Initiatives.GetEventsAsync(id, CancellationToken.None))
            .Where(happened => happened.Kind is InitiativeEventKind.CouncilQuestionAsked or InitiativeEventKind.CouncilQuestionAnswered)
            .Select(happened => (happened.Kind, happened.By, happened.Note))];

    private Task WatchOnAsync(DateOnly day)
    {
        _room.Clock.SetUtcNow(Initiatiefloket.Terms.LocalTime.StartOf(day).AddHours(7));
        return new CouncilQuestionWatch(_table, _questions, _storage.Initiatives, Cases.Policy, _room.Clock).Run(new TimerInfo(), CancellationToken.None);
    }
}
