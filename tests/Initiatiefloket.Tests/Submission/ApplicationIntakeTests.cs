using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Submission;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Submission;

[Collection(nameof(OnStorage))]
public sealed class ApplicationIntakeTests : IDisposable
{
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly FormTable _forms;
    private readonly ConfirmationMail _mail;
    private readonly ApplicationIntake _desk;
    private readonly List<string> _named = [];
    private TimeSpan? _wait;

    public ApplicationIntakeTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _forms = new FormTable(storage.Tables);
        _mail = new ConfirmationMail(
            storage.Initiatives, _room.CasePost, new Resends(new MailLog(storage.Tables), _room.Clock), Cases.Policy, AppTexts.Localizer);
        _desk = new ApplicationIntake(_forms, storage.Initiatives, _mail, Cases.Policy, _room.Clock);
    }

    [Fact]
    public async Task TakeIn_SameFormTenTimesAtOnce_IsOneDraft()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TakeInAsync("form-1")));

        var draft = await _storage.Initiatives.GetAsync(Assert.Single(ids.Distinct()), CancellationToken.None);
        Assert.Equal((InitiativeState.Draft, 2026, Cases.Policy.Version), (draft.State, draft.PotYear, draft.PolicyVersion));
        Assert.All(_room.Envelopes, envelope => Assert.Equal(("Bevestig uw aanvraag", "truus@bewoner.example"), envelope));
    }

    [Fact]
    public async Task TakeIn_CorrectedAddress_MailsThereToo()
    {
        var first = await TakeInAsync("form-2", "trus@bewoner.example");
        await TakeInAsync("form-2", "trus@bewoner.example");
        var second = await TakeInAsync("form-2");

        Assert.Equal(first, second);
        Assert.Equal(["trus@bewoner.example", "truus@bewoner.example"], _room.Envelopes.Select(envelope => envelope.To));
        Assert.Equal("truus@bewoner.example", (await _storage.Initiatives.GetApplicantAsync(first, CancellationToken.None)).Email);
    }

    [Fact]
    public async Task TakeIn_BackToTheFirstAddress_MailsThereAgainOnce()
    {
        await TakeInAsync("form-5");
        _room.Clock.Advance(TimeSpan.FromMinutes(1));
        await TakeInAsync("form-5", "ander@bewoner.example");
        _room.Clock.Advance(TimeSpan.FromMinutes(1));
        await TakeInAsync("form-5");
        await TakeInAsync("form-5");

        Assert.Equal(["truus@bewoner.example", "ander@bewoner.example", "truus@bewoner.example"], _room.Envelopes.Select(envelope => envelope.To));
    }

    [Fact]
    public async Task TakeIn_MailIsOut_IsStoredAndMailedWhenSentAgain()
    {
        _room.Answer = _ => HttpStatusCode.ServiceUnavailable;
        await Assert.ThrowsAsync<TransientFailureException>(() => TakeInAsync("form-3"));

        _room.Answer = _ => HttpStatusCode.Accepted;
        var id = await TakeInAsync("form-3");

        Assert.Equal(2, _room.Sent.Count);
        Assert.Equal(id, (await _storage.Initiatives.GetAsync(id, CancellationToken.None)).Id);
    }

    [Fact]
    public async Task TakeIn_FormThatWasSent_ChangesNothing()
    {
        var id = await TakeInAsync("form-4");
        var submitted = new InitiativeEvent("submitted", InitiativeEventKind.Submitted, Cases.ReceivedAt, Actor.Applicant);
        await _storage.Initiatives.ChangeAsync(
            id, submitted, current => current.Receive(Cases.ReceivedAt, Cases.Policy.Terms), CancellationToken.None);

        Assert.Equal(id, await TakeInAsync("form-4", "iemand@anders.example", new TakenIn.Before()));

        Assert.Single(_room.Sent);
        Assert.Equal("truus@bewoner.example", (await _storage.Initiatives.GetApplicantAsync(id, CancellationToken.None)).Email);
    }

    [Fact]
    public async Task TakeIn_AddressRefused_SaysSoAndMailsACorrectedOne()
    {
        _room.Answer = email => email == "weg@bewoner.example" ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;

        await TakeInAsync("form-6", "weg@bewoner.example", new TakenIn.NoSuchAddress());
        _room.Clock.Advance(TimeSpan.FromMinutes(1));
        await TakeInAsync("form-6");

        Assert.Equal("truus@bewoner.example", _room.Envelopes[^1].To);
    }

    [Fact]
    public async Task TakeIn_AddressMailedTooOften_IsStoredAndNotMailedYet()
    {
        _wait = TimeSpan.FromMinutes(9);
        await TakeInAsync("form-8", expected: new TakenIn.TooOften(TimeSpan.FromMinutes(9)));
        Assert.Empty(_room.Sent);

        _wait = null;
        await TakeInAsync("form-8");
        Assert.Single(_room.Sent);
    }

    [Fact]
    public async Task TakeIn_AskedForMail_NamesTheSameMailUntilItIsAnotherOne()
    {
        foreach (var email in new[] { "truus@bewoner.example", "truus@bewoner.example", "trus@bewoner.example", "truus@bewoner.example" })
        {
            await TakeInAsync("form-9", email);
            _room.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(_named[0], _named[1]);
        Assert.Equal(3, _named.Distinct().Count());
    }

    [Fact]
    public async Task SendAgain_MoreThanThreeTimesInAnHour_IsNotSent()
    {
        var id = await TakeInAsync("form-7");
        for (var times = 0; times < 3; times++)
        {
            Assert.IsType<Posted.Sent>(await _mail.SendAgainAsync(id, CancellationToken.None));
        }

        Assert.IsType<Posted.NotWanted>(await _mail.SendAgainAsync(id, CancellationToken.None));
        Assert.Equal(4, _room.Sent.Count);
        Assert.Equal(4, _room.Sent.Select(sent => sent.Personalizations[0].Headers["Message-ID"]).Distinct().Count());
        _room.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<Posted.Sent>(await _mail.SendAgainAsync(id, CancellationToken.None));
    }

    public void Dispose() => _room.Dispose();

    private Task<TimeSpan?> WaitAsync(string mail)
    {
        _named.Add(mail);
        return Task.FromResult(_wait);
    }

    private async Task<string> TakeInAsync(string formId, string email = "truus@bewoner.example", TakenIn? expected = null)
    {
        var input = new ApplicationInput(formId, Cases.Application, Cases.Applicant with { Email = email });
        Assert.Equal(expected ?? new TakenIn.AskedToConfirm(), await _desk.TakeInAsync(input, WaitAsync, CancellationToken.None));
        return await _forms.ClaimReferenceAsync(formId, 2026, CancellationToken.None);
    }
}
