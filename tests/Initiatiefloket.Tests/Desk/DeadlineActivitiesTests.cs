using Initiatiefloket.Assignment;
using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Desk;

/// <summary>The steps of the watch on real storage, each test with an empty list of cases. The legal date is 28 April 2026.</summary>
[Collection(nameof(OnStorage))]
public sealed class DeadlineActivitiesTests : IAsyncLifetime, IDisposable
{
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly CaseListTable _lists;
    private readonly DeadlineActivities _watch;
    private readonly DeadlineMailActivities _mails;

    public DeadlineActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _lists = new CaseListTable(storage.Tables);
        _watch = new DeadlineActivities(
            new CaseLists(_lists, storage.Initiatives),
            storage.Initiatives,
            new DeadlineTable(storage.Tables),
            new MailLog(storage.Tables),
            MoreTime,
            Cases.Policy,
            _room.Clock);
        _mails = new DeadlineMailActivities(
            storage.Initiatives,
            new ReviewPost(storage.Initiatives, _room.CasePost, Cases.Policy, _room.Clock),
            _room.OfficePost,
            new People(Cases.Policy, storage.Initiatives),
            _room.Links,
            Cases.Policy);
    }

    private MoreTimeNews MoreTime => new(
        _storage.Initiatives, _room.CasePost, new MailLog(_storage.Tables), new MoreTimeMails(AppTexts.Localizer, Cases.Policy), _room.Clock);

    [Fact]
    public async Task FindDeadlines_DayAfterDay_TellsEachSignalOnceAndLatenessEveryDay()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-1" });

        Assert.Equal([null, 14, null, 7, 2, -1, null], await LevelsAsync(
            "2026-04-13", "2026-04-14", "2026-04-15", "2026-04-22", "2026-04-28", "2026-04-29", "2026-04-30"));

        var issue = await FindAsync("2026-04-30");
        Assert.Equal(("DL-1", 0), (Assert.Single(issue.Overdue), issue.News.Count));
    }

    [Fact]
    public async Task FindDeadlines_CaseThatNobodyDecided_IsToldEveryDayUntilItIsTakenUp()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-11", State = InitiativeState.LeftToDesk });

        Assert.Contains("DL-11", (await FindAsync("2026-03-04")).Overdue);
        Assert.Contains("DL-11", (await FindAsync("2026-03-05")).Overdue);
    }

    [Fact]
    public async Task FindDeadlines_SignalInAWeekend_IsSentOnFridayAndNotAgain()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-10", Clock = LegalClock.Start(Days.Of("2026-06-01"), Cases.Policy.Terms.Decision) });

        Assert.Equal([14, null, 7, null, 2, null, -1], await LevelsAsync(
            "2026-07-13", "2026-07-17", "2026-07-20", "2026-07-23", "2026-07-24", "2026-07-27", "2026-07-28"));
    }

    [Fact]
    public async Task FindDeadlines_MissedDays_SendsTheLatestOnly()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-2" });

        Assert.Equal([2, null], await LevelsAsync("2026-04-27", "2026-04-27"));
    }

    [Fact]
    public async Task FindDeadlines_DateMovedByARequest_CountsAnew()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-3" });
        Assert.Equal([7], await LevelsAsync("2026-04-21"));

        var asked = Cases.InReview.Clock!.Suspend(Days.Of("2026-04-21"), Days.Of("2026-05-06"), Cases.Policy.WorkingDays);
        await SetAsync("DL-3", current => current with { Clock = ((ClockChange.Changed)asked).Clock });

        Assert.Equal([null, null, 7], await LevelsAsync("2026-04-22", "2026-05-06", "2026-05-07"));
    }

    [Fact]
    public async Task FindDeadlines_Closed_IsSilentAndForgotten()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-4" });
        Assert.Equal([-1], await LevelsAsync("2026-06-01"));

        await SetAsync("DL-4", current => current with { State = InitiativeState.Withdrawn });
        var issue = await FindAsync("2026-06-02");

        Assert.Empty(issue.Overdue);
        Assert.DoesNotContain("DL-4", await new DeadlineTable(_storage.Tables).ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task FindDeadlines_ExtendedWithoutMail_FindsItUntilTheMailIsSent()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-5" });
        var extended = new InitiativeEvent(ExtensionNotice.Key, InitiativeEventKind.TermExtended, Cases.AskedAt, Actor.Coordinator, "Ziekte.");
        await _storage.Initiatives.ChangeAsync(
            "DL-5",
            extended,
            current => current with { Clock = current.Clock! with { Extension = Cases.Policy.Terms.Extension, ExtendedOn = Days.Of("2026-03-10") } },
            CancellationToken.None);
        Assert.Equal("DL-5", Assert.Single((await FindAsync("2026-03-11")).Untold));

        var mails = new ExtensionMails(AppTexts.Localizer, Cases.Policy);
        var steps = new ExtensionActivities(_storage.Initiatives, _room.CasePost, mails, MoreTime, _room.Clock);
        await steps.TellExtension("DL-5", CancellationToken.None);
        await steps.TellExtension("DL-5", CancellationToken.None);

        Assert.Empty((await FindAsync("2026-03-11")).Untold);
        var text = MailRoom.BodyOf(Assert.Single(_room.Sent), "text/plain");
        Assert.Contains("> Ziekte.", text, StringComparison.Ordinal);
        Assert.Contains("dinsdag 23 juni 2026 (nog 104 dagen)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindDeadlines_MoreTimeAskedWithoutMail_FindsItUntilTheMailIsSentAndNotesWhenItLapses()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-12" });
        var asked = new InitiativeEvent("more-time-1-asked", InitiativeEventKind.MoreTimeAsked, Days.Moment("2026-03-11T08:00:00Z"), Actor.Coordinator);
        await _storage.Initiatives.ChangeAsync(
            "DL-12", asked, current => current.AskTime(Actor.Coordinator, Days.Of("2026-05-20"), "Wij wachten.", asked.At, Cases.Policy), CancellationToken.None);
        Assert.Equal("DL-12", Assert.Single((await FindAsync("2026-03-12")).Untold));

        await new ExtensionActivities(_storage.Initiatives, _room.CasePost, new ExtensionMails(AppTexts.Localizer, Cases.Policy), MoreTime, _room.Clock)
            .TellExtension("DL-12", CancellationToken.None);

        Assert.Empty((await FindAsync("2026-03-18")).Untold);
        Assert.Contains("> Wij wachten.", MailRoom.BodyOf(Assert.Single(_room.Sent), "text/plain"), StringComparison.Ordinal);
        Assert.Null((await _storage.Initiatives.GetAsync("DL-12", CancellationToken.None)).TimeRequest!.Answer);
        await FindAsync("2026-03-19");
        Assert.Equal(TimeAnswer.Lapsed, (await _storage.Initiatives.GetAsync("DL-12", CancellationToken.None)).TimeRequest!.Answer);
    }

    [Fact]
    public async Task WarnReviewers_TwoOfThreeSilent_MailsThoseOnceForEachSignal()
    {
        var panel = new Panel { Seats = [Actor.Reviewer("welzijn"), Actor.Reviewer("jeugd"), Actor.Coordinator] };
        await OpenAsync(Cases.InReview with { Id = "DL-6", Panel = panel });
        var news = new CaseSignal("DL-6", new DeadlineSignal(Days.Of("2026-04-28"), 7));
        _room.Clock.SetUtcNow(Days.Moment("2026-04-21T05:00:00Z"));

        await _mails.WarnReviewers(news, CancellationToken.None);
        await _mails.WarnReviewers(news, CancellationToken.None);

        Assert.Equal(
            [
                ("Nog 7 dagen: beslis over Samen eten in De Thij (DL-6)", "e.kamphuis@oldenzaal.example"),
                ("Nog 7 dagen: beslis over Samen eten in De Thij (DL-6)", "y.amrani@oldenzaal.example"),
            ],
            _room.Envelopes);
    }

    [Fact]
    public async Task WarnReviewers_Decided_IsSilent()
    {
        await OpenAsync(Cases.Approved with { Id = "DL-7" });

        await _mails.WarnReviewers(new CaseSignal("DL-7", new DeadlineSignal(Days.Of("2026-04-28"), 7)), CancellationToken.None);

        Assert.Empty(_room.Sent);
    }

    [Fact]
    public async Task WarnCoordinator_RunTwice_MailsOnceADay()
    {
        await OpenAsync(Cases.InReview with { Id = "DL-8" });
        var issue = new DeadlineIssue(Days.Of("2031-01-06"), [], ["DL-8"], []);

        await _mails.WarnCoordinator(issue, CancellationToken.None);
        await _mails.WarnCoordinator(issue, CancellationToken.None);
        await _mails.WarnCoordinator(issue with { Day = Days.Of("2031-01-07") }, CancellationToken.None);

        Assert.Equal(2, _room.Sent.Count);
    }

    [Fact]
    public async Task WarnCoordinator_NothingOpenAnyMore_IsSilent()
    {
        await OpenAsync(Cases.In(InitiativeState.Granted) with { Id = "DL-9" });

        await _mails.WarnCoordinator(new DeadlineIssue(Days.Of("2031-01-08"), [], ["DL-9"], []), CancellationToken.None);
        await _mails.WarnCoordinator(new DeadlineIssue(Days.Of("2031-01-09"), [], [], []), CancellationToken.None);

        Assert.Empty(_room.Sent);
    }

    public async Task InitializeAsync()
    {
        foreach (var id in await _lists.ListOpenAsync(Actor.Coordinator, CancellationToken.None))
        {
            await _lists.EndAsync(Actor.Coordinator, id, Cases.ReceivedAt, CancellationToken.None);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _room.Dispose();

    private async Task OpenAsync(Initiative initiative)
    {
        await _storage.PutAsync(initiative);
        await _lists.AddAsync(Actor.Coordinator, initiative.Id, CancellationToken.None);
    }

    private Task<Saved> SetAsync(string id, Func<Initiative, Initiative?> change) => _storage.Initiatives.ChangeAsync(
        id, new InitiativeEvent("asked", InitiativeEventKind.QuestionAsked, Cases.AskedAt, Actor.Workflow), change, CancellationToken.None);

    private async Task<DeadlineIssue> FindAsync(string day)
    {
        _room.Clock.SetUtcNow(Days.Moment($"{day}T06:00:00Z"));
        return await _watch.FindDeadlines(null, CancellationToken.None);
    }

    /// <summary>What the watch has to tell on each of these days, when it ends each time with remembering.</summary>
    private async Task<List<int?>> LevelsAsync(params string[] days)
    {
        var levels = new List<int?>();
        foreach (var day in days)
        {
            var issue = await FindAsync(day);
            levels.Add(issue.News.SingleOrDefault()?.Signal.Level);
            await _watch.CloseWatch(issue, CancellationToken.None);
        }

        return levels;
    }
}
