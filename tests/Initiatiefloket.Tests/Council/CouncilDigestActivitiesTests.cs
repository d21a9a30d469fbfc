using System.Net;
using Initiatiefloket.Assignment;
using Initiatiefloket.Budget;
using Initiatiefloket.Council;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using SendGrid;

namespace Initiatiefloket.Tests.Council;

/// <summary>On storage of its own: the digest reads all that ever was news.</summary>
public sealed class CouncilDigestActivitiesTests : IAsyncLifetime, IDisposable
{
    private const string Henk = "h.wiggers@raad.oldenzaal.example";
    private const string HenkId = "raadslid-1";
    private readonly AppStorage _storage = new();
    private MailRoom _room = null!;
    private CouncilDigestActivities _steps = null!;
    private DigestWishes _wishes = null!;

    public async Task InitializeAsync()
    {
        await _storage.InitializeAsync();
        _room = new MailRoom(_storage);
        await new PotLedger(_storage.Tables, _room.Clock).OpenAsync(Cases.Policy.Pots[0], CancellationToken.None);
        _wishes = new DigestWishes(new CouncilMemberTable(_storage.Tables), Cases.Policy, _room.Clock);
        _steps = StepsWith(Cases.Policy);
    }

    public Task DisposeAsync() => _storage.DisposeAsync();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task MailDigest_RefusedForOneMember_IsTriedAgainOnAnotherDayAndTheOthersHaveTheirs()
    {
        await NewsAsync("D-1", "Eerste nieuws");
        Refuse(Henk);
        await SundayAsync();
        Assert.Empty((await FindAsync()).MemberIds);
        Assert.Equal(1, MailsTo(Henk));

        Refuse(nobody: true);
        _room.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([HenkId], (await FindAsync()).MemberIds);
        await DigestAsync();

        Assert.Empty((await FindAsync()).MemberIds);
        Assert.Contains("Eerste nieuws", LastTo(Henk), StringComparison.Ordinal);
        Assert.All(Others, email => Assert.Equal(1, MailsTo(email)));
        Assert.Equal(1, _room.Envelopes.Count(envelope => envelope.Subject == "Mail niet bezorgd"));
    }

    [Fact]
    public async Task MailDigest_RefusedBefore_TellsThatMemberOldAndNewAndTheOthersNewOnly()
    {
        await NewsAsync("D-2", "Oud nieuws");
        Refuse(Henk);
        await SundayAsync();
        await NewsAsync("D-3", "Vers nieuws", "rondkomen");
        Refuse(nobody: true);

        _room.Clock.Advance(TimeSpan.FromDays(7));
        await DigestAsync();

        Assert.Contains("Oud nieuws", LastTo(Henk), StringComparison.Ordinal);
        Assert.Contains("Vers nieuws", LastTo(Henk), StringComparison.Ordinal);
        Assert.All(Others, email => Assert.DoesNotContain("Oud nieuws", LastTo(email), StringComparison.Ordinal));
        Assert.All(Others, email => Assert.Contains("Vers nieuws", LastTo(email), StringComparison.Ordinal));
    }

    [Fact]
    public async Task MailDigest_RunAgain_MailsNobodyTwice()
    {
        await NewsAsync("D-4", "Nieuws");
        ToSunday();
        var issue = await FindAsync();

        await _steps.MailDigest(issue, CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(1));
        await _steps.MailDigest(issue, CancellationToken.None);

        Assert.Equal(Cases.Policy.Council.Members.Count, _room.Sent.Count);
    }

    [Fact]
    public async Task FindNews_NoNewsAtTheMoment_WaitsForTheNextOne()
    {
        await SundayAsync();
        await NewsAsync("D-5", "Maandag");
        _room.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await FindAsync()).MemberIds);

        _room.Clock.Advance(TimeSpan.FromDays(6));

        Assert.Equal(Cases.Policy.Council.Members.Select(member => member.Id), (await FindAsync()).MemberIds);
    }

    [Fact]
    public async Task FindNews_TimerThatFiresAMomentEarly_SendsThatDigestOnce()
    {
        await NewsAsync("D-6", "Vroeg");
        _room.Clock.SetUtcNow(Sunday - TimeSpan.FromMilliseconds(900));
        await DigestAsync();
        Assert.Equal(1, MailsTo(Henk));

        await NewsAsync("D-7", "Daarna");
        _room.Clock.SetUtcNow(Sunday.AddHours(1));

        Assert.Empty((await FindAsync()).MemberIds);
    }

    [Fact]
    public async Task MailDigest_MembersWithOtherWishes_EachGetWhatTheyWantWhenTheyWantItAndNothingTwice()
    {
        await FindAsync();
        await WishAsync(HenkId, new DigestWish(new DigestTiming(DigestFrequency.AtOnce, DayOfWeek.Sunday, 19)));
        await WishAsync("raadslid-2", new DigestWish(Weekly) { Themes = ["rondkomen"] });
        await _wishes.StopAsync(Actor.CouncilMember("raadslid-3"), CancellationToken.None);
        await NewsAsync("D-8", "Koken");

        _room.Clock.Advance(TimeSpan.FromHours(1));
        await DigestAsync();
        Assert.Equal([Henk], _room.Envelopes.Select(envelope => envelope.To));

        await SundayAsync();
        Assert.Equal([Henk, "a.scholten@raad.oldenzaal.example", "r.hesselink@raad.oldenzaal.example"], _room.Envelopes.Select(envelope => envelope.To));
        Assert.Empty((await FindAsync()).MemberIds);
    }

    [Fact]
    public async Task MailDigest_MemberWhoStartsAgain_HearsWhatHappenedMeanwhile()
    {
        await FindAsync();
        var henk = Actor.CouncilMember(HenkId);
        await _wishes.StopAsync(henk, CancellationToken.None);
        await NewsAsync("D-9", "Toen");
        await SundayAsync();
        Assert.Equal(0, MailsTo(Henk));

        await WishAsync(HenkId, new DigestWish(Weekly));
        _room.Clock.Advance(TimeSpan.FromDays(7));
        await DigestAsync();

        Assert.Contains("Toen", LastTo(Henk), StringComparison.Ordinal);
        Assert.Equal(1, MailsTo(Henk));
    }

    [Fact]
    public async Task FindNews_MemberOnOtherDays_IsNotTold()
    {
        var members = Cases.Policy.Council.Members;
        var steps = StepsWith(Cases.Policy with { Council = Cases.Policy.Council with { Members = [members[0] with { Until = new DateOnly(2026, 3, 7) }, members[1]] } });
        await NewsAsync("D-10", "Nieuws");
        ToSunday();

        Assert.Equal(["raadslid-2"], (await steps.FindNews(null, CancellationToken.None)).MemberIds);
    }

    [Fact]
    public async Task MailDigest_Mail_CanBeStoppedByAMailProgram()
    {
        await NewsAsync("D-11", "Nieuws");
        await SundayAsync();

        var headers = _room.Sent[0].Personalizations[0].Headers;
        Assert.Matches("^<https://loket.example/overzicht-stoppen/[A-Za-z0-9_-]{22}>$", headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
    }

    private static DigestTiming Weekly => new(DigestFrequency.Week, DayOfWeek.Sunday, 19);

    // Sunday 8 March 2026, seven in the evening in town.
    private static DateTimeOffset Sunday => LocalTime.StartOf(new DateOnly(2026, 3, 8)).AddHours(19);

    private static IEnumerable<string> Others => Cases.Policy.Council.Members.Select(member => member.Email).Where(email => email != Henk);

    private void Refuse(string email = "", bool nobody = false) =>
        _room.Answer = to => !nobody && to == email ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;

    private async Task NewsAsync(string id, string title, string theme = "meedoen-en-ontmoeten")
    {
        await _storage.PutAsync(Cases.Received with { Id = id, Title = title, ThemeId = theme });
        var submitted = new InitiativeEvent("submitted", InitiativeEventKind.Submitted, Cases.ReceivedAt, Actor.Applicant);
        await _storage.Initiatives.ChangeAsync(id, submitted, current => current, CancellationToken.None);
    }

    private CouncilDigestActivities StepsWith(Policy policy)
    {
        var lists = new CaseLists(new CaseListTable(_storage.Tables), _storage.Initiatives);
        var news = new DigestNews(_storage.Feed, _storage.Initiatives, lists, new PotLedger(_storage.Tables, _room.Clock), _room.Links, _room.Clock);
        return new CouncilDigestActivities(
            _storage.Feed, new CouncilMemberTable(_storage.Tables), news, _room.OfficePost, new People(policy, _storage.Initiatives), policy, _room.Clock);
    }

    private Task WishAsync(string member, DigestWish wish) => _wishes.SaveAsync(Actor.CouncilMember(member), wish, CancellationToken.None);

    private void ToSunday()
    {
        if (_room.Clock.GetUtcNow() < Sunday)
        {
            _room.Clock.SetUtcNow(Sunday);
        }
    }

    // The first look was before it, as it is in an app that runs.
    private async Task SundayAsync()
    {
        await FindAsync();
        ToSunday();
        await DigestAsync();
    }

    private Task<DigestIssue> FindAsync() => _steps.FindNews(null, CancellationToken.None);

    private async Task DigestAsync() => await _steps.MailDigest(await FindAsync(), CancellationToken.None);

    private int MailsTo(string email) => _room.Envelopes.Count(envelope => envelope.To == email);

    private string LastTo(string email) => MailRoom.BodyOf(_room.Sent.Last(sent => sent.Personalizations[0].Tos[0].Email == email), MimeType.Text);
}
