using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Tests.Platform;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Initiatiefloket.Tests.Mail;

[Collection(nameof(OnStorage))]
public sealed class PostTests(AppStorage storage) : IDisposable
{
    private static readonly Recipient Anna = new("Anna de Vries", "anna@bewoner.example");
    private readonly MailRoom _room = new(storage);
    private readonly MailLog _log = new(storage.Tables);
    private int _composed;

    [Fact]
    public async Task SendOnce_Twice_SendsAndComposesOnce()
    {
        Assert.IsType<Posted.Sent>(await SendAsync("P-1"));
        Assert.IsType<Posted.SentBefore>(await SendAsync("P-1"));

        Assert.Single(_room.Sent);
        Assert.Equal(1, _composed);
    }

    [Fact]
    public async Task SendOnce_Later_TellsWhenItWasSent()
    {
        await SendAsync("P-7");
        var sentAt = _room.Clock.GetUtcNow();
        _room.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(new Posted.SentBefore(sentAt), await SendAsync("P-7"));
    }

    [Fact]
    public async Task SendOnce_OtherStep_IsAnotherMail()
    {
        await SendAsync("P-2");
        Assert.IsType<Posted.Sent>(await SendAsync("P-2", "second"));

        Assert.Equal(2, _room.Sent.Select(MessageIdOf).Distinct().Count());
    }

    [Fact]
    public async Task SendOnce_NameWithCommaOrSemicolon_IsAddressedWithoutAsTheMailServiceAsks()
    {
        await SendAsync("P-9", to: Anna with { Name = "Vries, Anna de; voorzitter" });

        var sent = Assert.Single(_room.Sent);
        Assert.Equal("Vries  Anna de  voorzitter", Assert.Single(Assert.Single(sent.Personalizations).Tos).Name);
        Assert.Contains("Beste Vries, Anna de; voorzitter,", MailRoom.BodyOf(sent, MimeType.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendOnce_HostWithOtherLetters_IsAddressedAsMailServersKnowIt()
    {
        await SendAsync("P-10", to: Anna with { Email = "anna@bücher.example" });

        Assert.Equal("anna@xn--bcher-kva.example", Assert.Single(Assert.Single(Assert.Single(_room.Sent).Personalizations).Tos).Email);
    }

    [Fact]
    public async Task SendOnce_Mail_IsAddressedAndFollowsNobody()
    {
        await SendAsync("P-3");

        var sent = Assert.Single(_room.Sent);
        var to = Assert.Single(Assert.Single(sent.Personalizations).Tos);
        Assert.Equal((Anna.Email, Anna.Name), (to.Email, to.Name));
        Assert.Equal(("loket@oldenzaal.example", "Initiatiefloket gemeente Oldenzaal"), (sent.From.Email, sent.From.Name));
        Assert.Equal("bewonersinitiatief@oldenzaal.example", sent.ReplyTo.Email);
        Assert.False(sent.TrackingSettings.ClickTracking.Enable);
        Assert.False(sent.TrackingSettings.ClickTracking.EnableText);
        Assert.False(sent.TrackingSettings.OpenTracking.Enable);
        Assert.Equal("auto-generated", sent.Personalizations[0].Headers["Auto-Submitted"]);
        Assert.Equal("All", sent.Personalizations[0].Headers["X-Auto-Response-Suppress"]);
        Assert.Equal(new MailKey("P-3", "first", MailKind.Receipt).MessageId("oldenzaal.example"), MessageIdOf(sent));
        Assert.Contains("Hallo <Anna>", MailRoom.BodyOf(sent, MimeType.Text), StringComparison.Ordinal);
        Assert.EndsWith("Initiatiefloket gemeente Oldenzaal\n14 0541\nbewonersinitiatief@oldenzaal.example\n", MailRoom.BodyOf(sent, MimeType.Text), StringComparison.Ordinal);
        Assert.Contains("Hallo &lt;Anna&gt;", MailRoom.BodyOf(sent, MimeType.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task SendOnce_ServiceBusyOrMisconfigured_IsTriedAgainWithTheSameId(HttpStatusCode status)
    {
        _room.Answer = _ => status;
        await Assert.ThrowsAsync<TransientFailureException>(() => SendAsync($"P-4-{status}"));

        _room.Answer = _ => HttpStatusCode.Accepted;
        Assert.IsType<Posted.Sent>(await SendAsync($"P-4-{status}"));

        Assert.Equal(2, _room.Sent.Count);
        Assert.Equal(MessageIdOf(_room.Sent[0]), MessageIdOf(_room.Sent[1]));
    }

    [Fact]
    public async Task SendOnce_NoConnection_IsTriedAgain()
    {
        _room.Fail(new HttpRequestException("no connection"));

        var error = await Assert.ThrowsAsync<TransientFailureException>(() => SendAsync("P-5"));

        Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Fact]
    public async Task SendOnce_NoAnswerInTime_IsTriedAgain()
    {
        foreach (var failure in new Exception[] { new TaskCanceledException("HttpClient.Timeout"), new TimeoutException("as SendGrid's client says it") })
        {
            _room.Fail(failure);

            Assert.Same(failure, (await Assert.ThrowsAsync<TransientFailureException>(() => SendAsync("P-8"))).InnerException);
        }

        Assert.Null(await _log.FindAsync(new MailKey("P-8", "first", MailKind.Receipt), CancellationToken.None));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    public async Task SendOnce_Refused_IsRememberedAndNotSentAgain(HttpStatusCode status)
    {
        _room.Answer = _ => status;

        Assert.IsType<Posted.Refused>(await SendAsync($"P-6-{status}"));
        Assert.IsType<Posted.Refused>(await SendAsync($"P-6-{status}"));

        Assert.Single(_room.Sent);
    }

    [Fact]
    public async Task SendOnce_RefusedAndThenAnotherAddress_IsSentThere()
    {
        _room.Answer = email => email == Anna.Email ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;
        Assert.IsType<Posted.Refused>(await SendAsync("P-11"));

        Assert.IsType<Posted.Sent>(await SendAsync("P-11", to: Anna with { Email = "anna@ander.example" }));

        Assert.Equal([Anna.Email, "anna@ander.example"], _room.Envelopes.Select(envelope => envelope.To));
    }

    [Fact]
    public async Task SendOnce_RefusedAndThenAskedFor_IsTriedAgain()
    {
        _room.Answer = _ => HttpStatusCode.BadRequest;
        Assert.IsType<Posted.Refused>(await SendAsync("P-12"));
        _room.Answer = _ => HttpStatusCode.Accepted;

        Assert.IsType<Posted.Sent>(await SendAsync("P-12", despiteRefusal: true));
        Assert.IsType<Posted.SentBefore>(await SendAsync("P-12", despiteRefusal: true));

        Assert.Equal(2, _room.Sent.Count);
    }

    [Fact]
    public async Task SendOnce_RefusedAndThenAnotherDay_IsTriedOnceThatDay()
    {
        _room.Answer = _ => HttpStatusCode.BadRequest;
        Assert.IsType<Posted.Refused>(await SendAsync("P-13"));
        _room.Clock.Advance(TimeSpan.FromDays(1));

        Assert.IsType<Posted.Refused>(await SendAsync("P-13"));
        Assert.IsType<Posted.Refused>(await SendAsync("P-13"));

        Assert.Equal(2, _room.Sent.Count);
    }

    [Fact]
    public async Task SendOnce_CutOffBeforeTheAnswer_IsInTheLogAsOnItsWayAndSentAgain()
    {
        _room.Fail(new HttpRequestException("cut off"));
        await Assert.ThrowsAsync<TransientFailureException>(() => SendAsync("P-14", person: Actor.Applicant));

        Assert.Equal(MailFate.Offered, Assert.Single(await LogAsync("P-14")).Fate);

        _room.Recover();
        Assert.IsType<Posted.Sent>(await SendAsync("P-14", person: Actor.Applicant));
        Assert.Equal(MailFate.Taken, Assert.Single(await LogAsync("P-14")).Fate);
    }

    [Fact]
    public async Task SendOnce_FateToldSoonerThanTheAnswer_IsKept()
    {
        _room.Answer = _ =>
        {
            Assert.NotNull(_log.MarkAsync("P-15", "first", MailFate.Bounced, CancellationToken.None).GetAwaiter().GetResult());
            return HttpStatusCode.Accepted;
        };

        await SendAsync("P-15", person: Actor.Applicant);

        Assert.Equal(MailFate.Bounced, Assert.Single(await LogAsync("P-15")).Fate);
    }

    public void Dispose() => _room.Dispose();

    private Task<IReadOnlyList<SentMail>> LogAsync(string caseId) => _log.ListAsync(caseId, Actor.Applicant, CancellationToken.None);

    private Task<Posted> SendAsync(
        string caseId, string step = "first", Recipient? to = null, bool despiteRefusal = false, Actor? person = null) => _room.Post.SendOnceAsync(
        new MailKey(caseId, step, MailKind.Receipt) { DespiteRefusal = despiteRefusal, Person = person },
        to ?? Anna,
        () =>
        {
            _composed++;
            return Task.FromResult(new MailMessage("Onderwerp", new MailBlock.Paragraph("Hallo <Anna>")));
        },
        CancellationToken.None);

    private static string MessageIdOf(SendGridMessage sent) => sent.Personalizations[0].Headers["Message-ID"];
}
