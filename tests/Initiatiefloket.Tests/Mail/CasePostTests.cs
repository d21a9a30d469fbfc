using System.Net;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using SendGrid;

namespace Initiatiefloket.Tests.Mail;

[Collection(nameof(OnStorage))]
public sealed class CasePostTests(AppStorage storage) : IDisposable
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";
    private readonly MailRoom _room = new(storage);

    [Theory]
    [InlineData("applicant", "truus@bewoner.example")]
    [InlineData("coordinator", "coordinator@oldenzaal.example")]
    [InlineData("reviewer:welzijn", Reviewer)]
    [InlineData("council:raadslid-1", "h.wiggers@raad.oldenzaal.example")]
    [InlineData("reviewer:who-left", "coordinator@oldenzaal.example")]
    [InlineData("council:who-left", "coordinator@oldenzaal.example")]
    public async Task Send_Actor_GoesToTheirAddressWithALinkOfTheirOwn(string person, string email)
    {
        var id = $"C-1-{person.Replace(':', '-')}";
        await storage.PutAsync(Cases.InReview with { Id = id });

        await SendAsync(id, Actor.Read(person));
        await SendAsync(id, Actor.Read(person));

        var sent = Assert.Single(_room.Sent);
        Assert.Equal(email, sent.Personalizations[0].Tos[0].Email);
        var token = MailRoom.BodyOf(sent, MimeType.Text).Split('\n').Single(line => line.StartsWith("https://loket.example/beoordelen/", StringComparison.Ordinal))[^22..];
        var found = await new LinkTable(storage.Tables, storage.Hash, _room.Clock).FindAsync(token, LinkPurpose.Review, CancellationToken.None);
        Assert.Equal((id, person, 1), found is LinkFound.Working { Link: var link } ? (link.InitiativeId, link.Person.ToString(), link.Round) : default);
    }

    [Fact]
    public async Task Send_Refused_IsInTheTrailAndToldToTheCoordinatorOnce()
    {
        await storage.PutAsync(Cases.InReview with { Id = "C-2" });
        _room.Answer = email => email == Reviewer ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;

        await SendAsync("C-2", Cases.Reviewer);
        await SendAsync("C-2", Cases.Reviewer);

        Assert.Equal([("Onderwerp", Reviewer), ($"Mail niet bezorgd: {Cases.InReview.Title} (C-2)", "coordinator@oldenzaal.example")], _room.Envelopes);
        var refused = await storage.Initiatives.FindEventAsync("C-2", "mail-refused-step", CancellationToken.None);
        Assert.Equal((InitiativeEventKind.MailRefused, "reviewer:welzijn"), (refused!.Kind, refused.Note));
        Assert.Equal(InitiativeState.InReview, (await storage.Initiatives.GetAsync("C-2", CancellationToken.None)).State);
    }

    [Fact]
    public async Task Send_CoordinatorsOwnAddressRefused_EndsThere()
    {
        await storage.PutAsync(Cases.InReview with { Id = "C-3" });
        _room.Answer = _ => HttpStatusCode.BadRequest;

        await SendAsync("C-3", Cases.Reviewer);

        Assert.Equal(2, _room.Sent.Count);
        Assert.Equal(
            ["mail-refused-mail-refused-step", "mail-refused-step"],
            (await storage.Initiatives.GetEventsAsync("C-3", CancellationToken.None))
                .Where(happened => happened.Kind == InitiativeEventKind.MailRefused)
                .Select(happened => happened.Key)
                .Order());
    }

    [Theory]
    [InlineData("C-4", "applicant", MailKind.Decision, "Soort mail: besluit")]
    [InlineData("C-5", "reviewer:welzijn", MailKind.ToProfessional, "Soort mail: mail aan iemand die beslist of meekijkt")]
    public async Task Send_Refused_TellsTheCoordinatorWhatItWasAbout(string id, string person, MailKind kind, string words)
    {
        await storage.PutAsync(Cases.InReview with { Id = id });
        _room.Answer = email => email == Cases.Policy.Municipality.Coordinator.Email ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest;

        await SendAsync(id, Actor.Read(person), kind);

        Assert.Contains(words, MailRoom.BodyOf(_room.Sent[^1], MimeType.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_MailsToSomebody_HaveTheirKind()
    {
        await storage.PutAsync(Cases.InReview with { Id = "C-6" });
        await SendAsync("C-6", Actor.Applicant, MailKind.Receipt);
        await storage.Tables.GetTableClient(TableNames.MailLog).UpsertEntityAsync(
            new TableEntity("C-6", "question-1-asked") { ["Outcome"] = "Now", ["SentAt"] = Cases.AskedAt, ["Person"] = "applicant" });

        var mails = await new MailLog(storage.Tables).ListAsync("C-6", Actor.Applicant, CancellationToken.None);

        Assert.Equal([("step", MailKind.Receipt), ("question-1-asked", null)], mails.Select(mail => (mail.Step, mail.Kind)));
    }

    public void Dispose() => _room.Dispose();

    private Task<Posted> SendAsync(string id, Actor person, MailKind kind = MailKind.ToProfessional) => _room.CasePost.SendAsync(
        new CaseMail(id, "step", kind, person, LinkPurpose.Review, Round: 1),
        link => new MailMessage("Onderwerp", new MailBlock.Button("Open", link)),
        CancellationToken.None);
}
