using System.Net;
using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using SendGrid;

namespace Initiatiefloket.Tests.Endings;

[Collection(nameof(OnStorage))]
public sealed class AnnouncementsTests : IDisposable
{
    private const string Coordinator = "coordinator@oldenzaal.example";
    private static readonly DateOnly Later = LocalTime.DayOf(Cases.ReceivedAt).AddDays(60);

    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly Announcements _announcements;

    public AnnouncementsTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _announcements = new Announcements(
            storage.Initiatives,
            _room.CasePost,
            new AwardMails(AppTexts.Localizer),
            new Resends(new MailLog(storage.Tables), _room.Clock),
            new People(Cases.Policy, storage.Initiatives),
            _room.Clock);
    }

    [Fact]
    public async Task Mail_Taken_AnnouncesOnThatDayAndNotAgainLater()
    {
        await GrantedAsync("AN-1");
        var day = LocalTime.DayOf(_room.Clock.GetUtcNow());

        await MailAsync("AN-1");
        _room.Clock.Advance(TimeSpan.FromDays(1));
        await MailAsync("AN-1");

        Assert.Equal(day, (await LetterOfAsync("AN-1")).AnnouncedOn);
        Assert.Equal(LetterRoad.Clear, await RoadOfAsync("AN-1"));
        Assert.Single(_room.Sent);
    }

    [Fact]
    public async Task Mail_Refused_AnnouncesNothingAndIsATaskForTheCoordinator()
    {
        await GrantedAsync("AN-2");
        RefuseApplicant();

        await MailAsync("AN-2");

        Assert.Null((await LetterOfAsync("AN-2")).AnnouncedOn);
        Assert.Equal(LetterRoad.NotAnnounced, await RoadOfAsync("AN-2"));
        Assert.Equal([(Cases.Applicant.Email, 0), (Coordinator, 1)], _room.Envelopes.Select((envelope, index) => (envelope.To, index)));
        var text = MailRoom.BodyOf(_room.Sent[1], MimeType.Text);
        Assert.Contains("stuur de brief per post", text, StringComparison.Ordinal);
        Assert.Contains("https://loket.example/zaak/", text, StringComparison.Ordinal);
        Assert.Contains(
            await _room.Undelivered.ListAsync(CancellationToken.None), mail => mail.InitiativeId == "AN-2" && mail.Kind == MailKind.Decision);
    }

    [Fact]
    public async Task NotePost_NotAnnounced_AnnouncesOnThatDayAndMayBeCorrected()
    {
        await GrantedAsync("AN-3");
        RefuseApplicant();
        await MailAsync("AN-3");
        _room.Clock.Advance(TimeSpan.FromHours(1));

        await _announcements.NotePostAsync("AN-3", Later, Actor.Coordinator, CancellationToken.None);
        await _announcements.NotePostAsync("AN-3", Later, Actor.Coordinator, CancellationToken.None);

        Assert.Equal(Later, (await LetterOfAsync("AN-3")).AnnouncedOn);
        Assert.Equal(LetterRoad.Clear, await RoadOfAsync("AN-3"));
        await _announcements.NotePostAsync("AN-3", Later.AddDays(1), Actor.Coordinator, CancellationToken.None);
        Assert.Equal(Later.AddDays(1), (await LetterOfAsync("AN-3")).AnnouncedOn);
        var noted = (await _storage.Initiatives.GetEventsAsync("AN-3", CancellationToken.None)).Where(happened => happened.Kind == InitiativeEventKind.LetterPosted);
        Assert.Equal([(Actor.Coordinator, Later.InWords()), (Actor.Coordinator, Later.AddDays(1).InWords())], noted.Select(happened => (happened.By, happened.Note!)));
    }

    [Fact]
    public async Task NotePost_AnnouncedByMail_KeepsTheDayOfTheMail()
    {
        await GrantedAsync("AN-4");
        await MailAsync("AN-4");
        var announced = (await LetterOfAsync("AN-4")).AnnouncedOn;

        await _announcements.NotePostAsync("AN-4", Later, Actor.Coordinator, CancellationToken.None);

        Assert.Equal((announced, Later), ((await LetterOfAsync("AN-4")).AnnouncedOn, (await LetterOfAsync("AN-4")).PostedOn!.Value));
    }

    [Fact]
    public async Task MailAgain_ToAnotherAddress_Announces()
    {
        await GrantedAsync("AN-5");
        RefuseApplicant();
        await MailAsync("AN-5");
        await _storage.Initiatives.ChangeContactAsync(
            "AN-5",
            before => new ContactStep(before.Correct(before.Applicant with { Email = "truus@ander.example" }, _room.Clock.GetUtcNow())),
            CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromHours(1));

        Assert.IsType<DecisionMailed.Taken>(await MailAgainAsync("AN-5"));

        Assert.Equal(LocalTime.DayOf(_room.Clock.GetUtcNow()), (await LetterOfAsync("AN-5")).AnnouncedOn);
        Assert.Equal("truus@ander.example", _room.Envelopes[^1].To);
        Assert.Equal(LetterRoad.Clear, await RoadOfAsync("AN-5"));
    }

    [Fact]
    public async Task MailAgain_MoreThanThreeTimesInAnHour_HasToWait()
    {
        await GrantedAsync("AN-6");
        RefuseApplicant();
        await MailAsync("AN-6");
        _room.Clock.Advance(TimeSpan.FromHours(1));
        var first = _room.Clock.GetUtcNow();

        for (var times = 0; times < 3; times++)
        {
            Assert.IsType<DecisionMailed.Refused>(await MailAgainAsync("AN-6"));
            _room.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(new DecisionMailed.TooOften(first.AddHours(1)), await MailAgainAsync("AN-6"));
        Assert.Equal(4, _room.Envelopes.Count(envelope => envelope.To == Cases.Applicant.Email));
        _room.Clock.Advance(TimeSpan.FromMinutes(57));
        Assert.IsType<DecisionMailed.Refused>(await MailAgainAsync("AN-6"));
    }

    public void Dispose() => _room.Dispose();

    private Task<Initiative> GrantedAsync(string id) => _storage.PutAsync(Cases.In(InitiativeState.Granted) with { Id = id });

    private void RefuseApplicant() => _room.Answer = email => email == Cases.Applicant.Email ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;

    private async Task MailAsync(string id) =>
        await _announcements.MailAsync(await _storage.Initiatives.GetAsync(id, CancellationToken.None), LetterKind.Award, CancellationToken.None);

    private async Task<DecisionMailed> MailAgainAsync(string id) =>
        await _announcements.MailAgainAsync(await _storage.Initiatives.GetAsync(id, CancellationToken.None), CancellationToken.None);

    private async Task<Letter> LetterOfAsync(string id) => (await _storage.Initiatives.GetAsync(id, CancellationToken.None)).LetterOf(LetterKind.Award);

    private async Task<LetterRoad> RoadOfAsync(string id) => LetterRoads.Of(
        await _storage.Initiatives.GetAsync(id, CancellationToken.None), await _storage.Initiatives.GetEventsAsync(id, CancellationToken.None));
}
