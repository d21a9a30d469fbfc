using System.Net;
using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
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

    public async Task InitializeAsync()
    {
        await _storage.InitializeAsync();
        _room = new MailRoom(_storage);
        _steps = new CouncilDigestActivities(
            _storage.Feed, _storage.Initiatives, _room.OfficePost, new People(Cases.Policy, _storage.Initiatives), _room.Links, Cases.Policy);
    }

    public Task DisposeAsync() => _storage.DisposeAsync();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task MailDigest_RefusedForOneMember_StaysDueForThatMemberAndIsTriedOnceADay()
    {
        await NewsAsync("D-1", "Eerste nieuws");
        Refuse(Henk);

        await DigestAsync();
        Assert.Equal([HenkId], (await FindAsync()).MemberIds);
        await DigestAsync();
        Assert.Equal(1, MailsTo(Henk));
        _room.Clock.Advance(TimeSpan.FromDays(1));
        await DigestAsync();
        Assert.Equal(2, MailsTo(Henk));

        Refuse(nobody: true);
        _room.Clock.Advance(TimeSpan.FromDays(1));
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
        await DigestAsync();
        await NewsAsync("D-3", "Vers nieuws");
        Refuse(nobody: true);

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
        var issue = await FindAsync();

        await _steps.MailDigest(issue, CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(1));
        await _steps.MailDigest(issue, CancellationToken.None);

        Assert.Equal(Cases.Policy.Council.Members.Count, _room.Sent.Count);
    }

    private static IEnumerable<string> Others => Cases.Policy.Council.Members.Select(member => member.Email).Where(email => email != Henk);

    private void Refuse(string email = "", bool nobody = false) =>
        _room.Answer = to => !nobody && to == email ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;

    private async Task NewsAsync(string id, string title)
    {
        await _storage.PutAsync(Cases.Received with { Id = id, Title = title });
        var submitted = new InitiativeEvent("submitted", InitiativeEventKind.Submitted, Cases.ReceivedAt, Actor.Applicant);
        await _storage.Initiatives.ChangeAsync(id, submitted, current => current, CancellationToken.None);
    }

    private Task<DigestIssue> FindAsync() => _steps.FindNews(null, CancellationToken.None);

    private async Task DigestAsync() => await _steps.MailDigest(await FindAsync(), CancellationToken.None);

    private int MailsTo(string email) => _room.Envelopes.Count(envelope => envelope.To == email);

    private string LastTo(string email) => MailRoom.BodyOf(_room.Sent.Last(sent => sent.Personalizations[0].Tos[0].Email == email), MimeType.Text);
}
