using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using SendGrid;

namespace Initiatiefloket.Tests.Mail;

[Collection(nameof(OnStorage))]
public sealed class OfficePostTests(AppStorage storage) : IDisposable
{
    private const string Coordinator = "coordinator@oldenzaal.example";
    private static readonly Recipient Rob = new("Rob Hesselink", "rob@office-post.example");
    private readonly MailRoom _room = new(storage);

    [Fact]
    public async Task Send_Refused_IsToldToTheCoordinatorOnceForAddressAndKind()
    {
        _room.Answer = email => email == Coordinator ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest;
        var person = Actor.CouncilMember("office-1");

        await SendAsync("first", person, Rob, MailKind.CouncilDigest);
        await SendAsync("second", person, Rob, MailKind.CouncilDigest);
        Assert.Single(_room.Envelopes, envelope => envelope.To == Coordinator);
        await SendAsync("third", person, Rob, MailKind.Overview);
        await SendAsync("fourth", person, Rob with { Email = "r@office-post.example" }, MailKind.Overview);

        Assert.Equal(3, _room.Envelopes.Count(envelope => envelope == ("Mail niet bezorgd", Coordinator)));
        var text = MailRoom.BodyOf(_room.Sent[1], MimeType.Text);
        Assert.Contains("- E-mailadres: rob@office-post.example", text, StringComparison.Ordinal);
        Assert.Contains("- Soort mail: overzicht voor de raad", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Refused_IsListedUntilItIsForgotten()
    {
        _room.Answer = email => email == Coordinator ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest;
        var person = Actor.CouncilMember("office-2");

        await SendAsync("first", person, Rob, MailKind.CouncilDigest);
        _room.Clock.Advance(TimeSpan.FromDays(7));
        await SendAsync("second", person, Rob, MailKind.CouncilDigest);

        var listed = Assert.Single(await _room.Undelivered.ListAsync(CancellationToken.None), mail => mail.Person == person);
        Assert.Equal((MailKind.CouncilDigest, Cases.ReceivedAt), (listed.Kind, listed.Since));
        Assert.True(listed.WentTo(Rob));
        Assert.False(listed.WentTo(Rob with { Email = "ander@office-post.example" }));
        await _room.Undelivered.ForgetAsync(listed, CancellationToken.None);
        Assert.DoesNotContain(await _room.Undelivered.ListAsync(CancellationToken.None), mail => mail.Person == person);
    }

    [Fact]
    public async Task Send_ToTheCoordinatorRefused_IsListedAndToldToNobody()
    {
        _room.Answer = _ => HttpStatusCode.BadRequest;
        var coordinator = new Recipient("Coördinator", Coordinator);

        Assert.IsType<Posted.Refused>(await SendAsync("late", Actor.Coordinator, coordinator, MailKind.DeadlineList));

        Assert.Single(_room.Sent);
        Assert.Contains(await _room.Undelivered.ListAsync(CancellationToken.None), mail => mail.Person == Actor.Coordinator && mail.Kind == MailKind.DeadlineList);
    }

    public void Dispose() => _room.Dispose();

    private Task<Posted> SendAsync(string step, Actor person, Recipient to, MailKind kind) => _room.OfficePost.SendAsync(
        new MailKey($"office-{person}", step, kind),
        person,
        to,
        () => Task.FromResult(new MailMessage("Onderwerp", new MailBlock.Paragraph("Hallo"))),
        CancellationToken.None);
}
