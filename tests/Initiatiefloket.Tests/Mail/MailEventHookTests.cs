using System.Text;
using System.Text.Json;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Mail;

[Collection(nameof(OnStorage))]
public sealed class MailEventHookTests : IDisposable
{
    private const string Coordinator = "coordinator@oldenzaal.example";
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly MailLog _log;
    private readonly EventSigner _signer = new();
    private readonly MailEventHook _hook;

    public MailEventHookTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _log = new MailLog(storage.Tables);
        var events = new MailEvents(
            _log, _room.CasePost, _room.OfficePost, new People(Cases.Policy, storage.Initiatives), storage.Initiatives, _room.Clock);
        _hook = new MailEventHook(events, Options.Create(new MailOptions { EventKey = _signer.PublicKey }));
    }

    public static TheoryData<string?> WrongSignatures { get; } =
        [null, "", "onzin", "AAAA", Convert.ToBase64String([0x30, 6, 2, 1, 0, 2, 1, 0]), Convert.ToBase64String([0x30, 6, 2, 1, 1, 2, 1, 1])];

    [Fact]
    public async Task Post_Mail_CarriesItsCaseAndStep()
    {
        await SentAsync("EV-1", MailKind.Receipt, Actor.Applicant);

        var sent = Assert.Single(_room.Sent).Personalizations[0];

        Assert.Equal(new Dictionary<string, string> { ["loket_case"] = "EV-1", ["loket_step"] = "step" }, sent.CustomArgs);
    }

    [Theory]
    [InlineData("deferred", null, MailFate.Delayed)]
    [InlineData("delivered", null, MailFate.Delivered)]
    [InlineData("spamreport", null, MailFate.ReportedAsSpam)]
    [InlineData("bounce", "blocked", MailFate.Blocked)]
    [InlineData("bounce", "bounce", MailFate.Bounced)]
    [InlineData("dropped", null, MailFate.Dropped)]
    [InlineData("processed", null, MailFate.Taken)]
    [InlineData("open", null, MailFate.Taken)]
    public async Task Take_Event_IsMarkedAtTheMail(string name, string? type, MailFate fate)
    {
        var id = $"EV-2-{name}-{type}";
        await SentAsync(id, MailKind.Receipt, Actor.Applicant);

        Assert.Equal(200, await TellAsync(EventOf(id, name, type)));

        Assert.Equal(fate, await FateAsync(id));
    }

    [Fact]
    public async Task Take_DeliveredAfterABounce_DoesNotHideIt()
    {
        await SentAsync("EV-3", MailKind.Receipt, Actor.Applicant);

        Assert.Equal(200, await TellAsync(EventOf("EV-3", "bounce", "bounce"), EventOf("EV-3", "delivered"), EventOf("EV-3", "deferred")));

        Assert.Equal(MailFate.Bounced, await FateAsync("EV-3"));
    }

    [Theory]
    [MemberData(nameof(WrongSignatures))]
    public async Task Take_WithoutARightSignature_IsRefusedAndChangesNothing(string? signature)
    {
        await SentAsync("EV-4", MailKind.Decision, Actor.Applicant);

        Assert.Equal(401, await PostAsync(BodyOf(EventOf("EV-4", "bounce", "bounce")), signature));

        Assert.Equal(MailFate.Taken, await FateAsync("EV-4"));
    }

    [Fact]
    public async Task Take_SignedByAnotherOrForAnotherBodyOrTime_IsRefused()
    {
        using var stranger = new EventSigner();
        await SentAsync("EV-5", MailKind.Receipt, Actor.Applicant);
        var body = BodyOf(EventOf("EV-5", "bounce", "bounce"));

        Assert.Equal(401, await PostAsync(body, stranger.Sign(body)));
        Assert.Equal(401, await PostAsync(body, _signer.Sign(body + " ")));
        Assert.Equal(401, await PostAsync(body, _signer.Sign(body, "1772438401")));

        Assert.Equal(MailFate.Taken, await FateAsync("EV-5"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[7]")]
    [InlineData("[{\"event\":7}]")]
    public async Task Take_SignedButNoListOfEvents_IsABadRequest(string body) => Assert.Equal(400, await PostAsync(body, _signer.Sign(body)));

    [Fact]
    public async Task Take_BounceOfADecision_IsATaskForTheCoordinatorToldOnce()
    {
        await _storage.PutAsync(Cases.In(InitiativeState.Granted) with
        {
            Id = "EV-6",
            Letters = [Cases.LetterOf(LetterKind.Award) with { AnnouncedOn = new DateOnly(2026, 4, 21) }],
        });
        await SentAsync("EV-6", MailKind.Decision, Actor.Applicant, isStored: true);

        await TellAsync(EventOf("EV-6", "bounce", "bounce"));
        await TellAsync(EventOf("EV-6", "bounce", "bounce"), EventOf("EV-6", "dropped"));

        var initiative = await _storage.Initiatives.GetAsync("EV-6", CancellationToken.None);
        Assert.Equal(new DateOnly(2026, 4, 21), initiative.Letters[0].AnnouncedOn);
        Assert.Equal(LetterRoad.NotArrived, LetterRoads.Of(initiative, await _storage.Initiatives.GetEventsAsync("EV-6", CancellationToken.None)));
        Assert.Single(_room.Envelopes, envelope => envelope == ($"Mail niet bezorgd: {Cases.InReview.Title} (EV-6)", Coordinator));
    }

    [Fact]
    public async Task Take_BounceOfADecisionThatWasMailedAgain_IsNoTask()
    {
        await SentAsync("EV-7", MailKind.Decision, Actor.Applicant);
        _room.Clock.Advance(TimeSpan.FromMinutes(1));
        await SentAsync("EV-7", MailKind.Decision, Actor.Applicant, "step-2", isStored: true);

        await TellAsync(EventOf("EV-7", "bounce", "bounce"));

        Assert.Equal(MailFate.Bounced, await FateAsync("EV-7"));
        Assert.DoesNotContain(_room.Envelopes, envelope => envelope.To == Coordinator);
    }

    [Fact]
    public async Task Take_BounceOfAnInvitation_IsInTheTrailAndToldToTheCoordinator()
    {
        await SentAsync("EV-8", MailKind.Invitation, Cases.Reviewer);

        await TellAsync(EventOf("EV-8", "bounce", "bounce"));
        await TellAsync(EventOf("EV-8", "bounce", "blocked"));

        var happened = await _storage.Initiatives.FindEventAsync("EV-8", "mail-not-delivered-step", CancellationToken.None);
        Assert.Equal((InitiativeEventKind.MailNotDelivered, Cases.Reviewer.ToString()), (happened!.Kind, happened.Note));
        Assert.Single(_room.Envelopes, envelope => envelope == ($"Mail niet bezorgd: {Cases.InReview.Title} (EV-8)", Coordinator));
    }

    [Fact]
    public async Task Take_BounceOfADigest_IsListedForTheCoordinator()
    {
        var person = Actor.CouncilMember("raadslid-2");
        var key = new MailKey("digest-ev", "raadslid-2", MailKind.CouncilDigest);
        await _room.OfficePost.SendAsync(
            key, person, new Recipient("Raadslid", "r2@ev.example"), () => Task.FromResult(new MailMessage("Onderwerp")), CancellationToken.None);

        await TellAsync(EventOf("digest-ev", "bounce", "bounce", "raadslid-2", "r2@ev.example"));

        Assert.Contains(
            await _room.Undelivered.ListAsync(CancellationToken.None), mail => mail.Person == person && mail.WentTo(new Recipient("", "r2@ev.example")));
    }

    [Fact]
    public async Task Take_MailThatIsNotRememberedYet_AsksToBeToldAgainForAWhile()
    {
        await SentAsync("EV-9", MailKind.Receipt, Actor.Applicant);

        Assert.Equal(503, await TellAsync(EventOf("EV-9", "delivered", step: "not-yet"), EventOf("EV-9", "delivered")));

        Assert.Equal(MailFate.Delivered, await FateAsync("EV-9"));
        _room.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(200, await TellAsync(EventOf("EV-9", "delivered", step: "not-yet", at: Cases.ReceivedAt)));
        Assert.Equal(200, await TellAsync(new Dictionary<string, object?> { ["event"] = "delivered" }));
    }

    public void Dispose()
    {
        _room.Dispose();
        _signer.Dispose();
    }

    private static string BodyOf(params Dictionary<string, object?>[] events) => JsonSerializer.Serialize(events);

    private Dictionary<string, object?> EventOf(
        string id, string name, string? type = null, string step = "step", string email = "iemand@bewoner.example", DateTimeOffset? at = null) => new()
        {
            ["event"] = name,
            ["type"] = type,
            ["email"] = email,
            ["timestamp"] = (at ?? _room.Clock.GetUtcNow()).ToUnixTimeSeconds(),
            ["loket_case"] = id,
            ["loket_step"] = step,
            ["category"] = Array.Empty<string>(),
        };

    private Task<int> TellAsync(params Dictionary<string, object?>[] events)
    {
        var body = BodyOf(events);
        return PostAsync(body, _signer.Sign(body));
    }

    private async Task<int> PostAsync(string body, string? signature)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.Headers[EventSigner.TimestampHeader] = EventSigner.Timestamp;
        if (signature is not null)
        {
            http.Request.Headers[EventSigner.SignatureHeader] = signature;
        }

        return Assert.IsAssignableFrom<IStatusCodeHttpResult>(await _hook.TakeMailEvents(http.Request, CancellationToken.None)).StatusCode!.Value;
    }

    private async Task SentAsync(string id, MailKind kind, Actor person, string step = "step", bool isStored = false)
    {
        if (!isStored && await _storage.Initiatives.FindAsync(id, CancellationToken.None) is null)
        {
            await _storage.PutAsync(Cases.InReview with { Id = id });
        }

        var mail = new CaseMail(id, step, kind, person, LinkPurpose.Status);
        await _room.CasePost.SendAsync(mail, link => new MailMessage("Onderwerp", new MailBlock.Button("Open", link)), CancellationToken.None);
    }

    private async Task<MailFate> FateAsync(string id) =>
        (await _log.FindAsync(new MailKey(id, "step", MailKind.Receipt), CancellationToken.None))!.Fate;
}
