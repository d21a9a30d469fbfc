using System.Net;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Initiatiefloket.Endings;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Endings.Letters;
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
    private readonly LetterWriter _writer;
    private readonly Announcements _announcements;

    public AnnouncementsTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _writer = new LetterWriter(SampleLetters.Words, _room.Pages, Store, storage.Initiatives, Cases.Policy, _room.Clock);
        _announcements = new Announcements(
            storage.Initiatives,
            _writer,
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

    [Fact]
    public async Task Mail_Taken_MakesPageAndPdfWithTheLastDayToObjectAndTheirHashesInTheTrail()
    {
        await GrantedAsync("AN-7");

        await MailAsync("AN-7");

        var version = (await LetterOfAsync("AN-7")).Announced!;
        var page = await Store.ReadAsync(version.Page, CancellationToken.None);
        var pdf = await Store.ReadAsync(version.Pdf, CancellationToken.None);
        Assert.Contains(Objection.LastDay(version.SentOn, Cases.Policy.Terms.Objection, Cases.Policy.WorkingDays).InWordsWithWeekday(), page.ToString(), StringComparison.Ordinal);
        Assert.Equal([HashOf(page), HashOf(pdf)], new[] { version.PageSha256, version.PdfSha256 });
        var made = Assert.Single(await MadeAsync("AN-7"));
        Assert.All([version.PageSha256, version.PdfSha256], hash => Assert.Contains(hash, made.Note!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NotePost_OnAnotherDay_MakesAnotherVersionAndLeavesTheFirst()
    {
        await GrantedAsync("AN-8");
        RefuseApplicant();
        await MailAsync("AN-8");
        var first = Assert.Single((await LetterOfAsync("AN-8")).Versions);
        var before = (await Store.ReadAsync(first.Page, CancellationToken.None)).ToString();

        await _announcements.NotePostAsync("AN-8", Later, Actor.Coordinator, CancellationToken.None);

        var letter = await LetterOfAsync("AN-8");
        Assert.Equal([first.SentOn, Later], letter.Versions.Select(version => version.SentOn));
        Assert.Equal(Later, letter.Announced!.SentOn);
        Assert.Equal(before, (await Store.ReadAsync(first.Page, CancellationToken.None)).ToString());
        Assert.Contains(
            Objection.LastDay(Later, Cases.Policy.Terms.Objection, Cases.Policy.WorkingDays).InWordsWithWeekday(), await PageOfAsync("AN-8"), StringComparison.Ordinal);
        Assert.Equal(2, (await MadeAsync("AN-8")).Count);
    }

    [Fact]
    public async Task Freeze_OtherWordsLater_AlterNoLetter()
    {
        await GrantedAsync("AN-9");
        await _writer.FreezeAsync(await LetterOfAsync("AN-9"), SampleLetters.Of(LetterKind.Refusal), CancellationToken.None);

        await MailAsync("AN-9");

        Assert.Contains("Verlening van subsidie", await PageOfAsync("AN-9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_LetterFromBeforeThereWereVersions_ShowsItsPage()
    {
        var letter = Cases.LetterOf(LetterKind.Award) with { BlobName = "AN-10/old.html" };
        await _storage.PutAsync(Cases.In(InitiativeState.Granted) with { Id = "AN-10", Letters = [letter] });
        await Store.StoreAsync(letter.BlobName, BinaryData.FromString("<p>Oude brief</p>"), "text/html", CancellationToken.None);

        await MailAsync("AN-10");

        Assert.Equal("<p>Oude brief</p>", await PageOfAsync("AN-10"));
        Assert.Empty((await LetterOfAsync("AN-10")).Versions);
    }

    [Fact]
    public async Task Mail_ToAnApplicantWhoHasEnglish_MakesTheTranslationOfTheSameDayWithItsHashesInTheTrail()
    {
        var letter = SampleLetters.Of(LetterKind.Award);
        await GrantedAsync("AN-11", letter with { Head = letter.Head with { Language = "en" } });

        await MailAsync("AN-11");

        var version = (await LetterOfAsync("AN-11")).Announced!;
        var translation = version.Translation!;
        var page = await Store.ReadAsync(translation.Page, CancellationToken.None);
        var last = Objection.LastDay(version.SentOn, Cases.Policy.Terms.Objection, Cases.Policy.WorkingDays);
        Assert.Contains(last.ToString("dddd d MMMM yyyy", Language.English), page.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            [HashOf(page), HashOf(await Store.ReadAsync(translation.Pdf, CancellationToken.None))], new[] { translation.PageSha256, translation.PdfSha256 });
        var made = Assert.Single(await MadeAsync("AN-11"));
        Assert.All([version.PageSha256, translation.PageSha256, translation.PdfSha256], hash => Assert.Contains(hash, made.Note!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erase_OfACase_LeavesNothingOfItsLettersAndAllOfOthers()
    {
        var letter = SampleLetters.Of(LetterKind.Award);
        await GrantedAsync("AN-12", letter with { Head = letter.Head with { Language = "en" } });
        await GrantedAsync("AN-123");
        await MailAsync("AN-12");
        var neverDecided = Cases.LetterOf(LetterKind.Settlement) with { BlobName = LetterStore.NewName("AN-12") };
        await _writer.FreezeAsync(neverDecided, SampleLetters.Of(LetterKind.Settlement), CancellationToken.None);
        Assert.Equal(6, (await NamesOfAsync("AN-12/")).Count);

        await Store.EraseAsync("AN-12", CancellationToken.None);
        await Store.EraseAsync("AN-12", CancellationToken.None);

        Assert.Empty(await NamesOfAsync("AN-12/"));
        Assert.Single(await NamesOfAsync("AN-123/"));
    }

    public void Dispose() => _room.Dispose();

    private static string HashOf(BinaryData content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<IReadOnlyList<InitiativeEvent>> MadeAsync(string id) =>
        [.. (await _storage.Initiatives.GetEventsAsync(id, CancellationToken.None)).Where(happened => happened.Kind == InitiativeEventKind.LetterMade)];

    private async Task<IReadOnlyList<string>> NamesOfAsync(string prefix) =>
        [.. (await _storage.Blobs.GetBlobContainerClient(ContainerNames.Letters).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None).ToListAsync()).Select(blob => blob.Name)];

    private LetterStore Store => new(_storage.Blobs);

    private Task GrantedAsync(string id) => GrantedAsync(id, SampleLetters.Of(LetterKind.Award));

    private async Task GrantedAsync(string id, LetterModel words)
    {
        var letter = Cases.LetterOf(LetterKind.Award) with { BlobName = $"{id}/letter.html" };
        await _storage.PutAsync(Cases.In(InitiativeState.Granted) with { Id = id, Letters = [letter] });
        await _writer.FreezeAsync(letter, words, CancellationToken.None);
    }

    private async Task<string> PageOfAsync(string id) => await new SentLetters(Store).ReadPageAsync(await LetterOfAsync(id), CancellationToken.None);

    private void RefuseApplicant() => _room.Answer = email => email == Cases.Applicant.Email ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;

    private async Task MailAsync(string id) =>
        await _announcements.MailAsync(
            await _storage.Initiatives.GetAsync(id, CancellationToken.None), await LetterOfAsync(id), CancellationToken.None);

    private async Task<DecisionMailed> MailAgainAsync(string id) =>
        await _announcements.MailAgainAsync(await _storage.Initiatives.GetAsync(id, CancellationToken.None), CancellationToken.None);

    private async Task<Letter> LetterOfAsync(string id) => (await _storage.Initiatives.GetAsync(id, CancellationToken.None)).Letters[0];

    private async Task<LetterRoad> RoadOfAsync(string id) => LetterRoads.Of(
        await _storage.Initiatives.GetAsync(id, CancellationToken.None), await _storage.Initiatives.GetEventsAsync(id, CancellationToken.None));
}
