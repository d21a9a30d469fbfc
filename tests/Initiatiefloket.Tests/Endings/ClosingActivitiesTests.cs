using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Endings;

[Collection(nameof(OnStorage))]
public sealed class ClosingActivitiesTests : IDisposable
{
    private const string Coordinator = "coordinator@oldenzaal.example";
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly ClosingActivities _steps;

    public ClosingActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _steps = new ClosingActivities(
            storage.Initiatives, _room.CasePost, new ClosingMails(AppTexts.Localizer, Cases.Policy), _room.Clock);
    }

    [Fact]
    public async Task LeaveToDesk_RunTwice_ClosesAndTellsOnce()
    {
        await _storage.PutAsync(Cases.InReview with { Id = "D-1" });

        await _steps.LeaveToDesk("D-1", CancellationToken.None);
        await _steps.LeaveToDesk("D-1", CancellationToken.None);

        Assert.Equal(
            [("Ons besluit over initiatief Samen eten in De Thij (D-1) is te laat", Cases.Applicant.Email), ("Niemand besliste: Samen eten in De Thij (D-1)", Coordinator)], _room.Envelopes);
        Assert.Equal(InitiativeState.LeftToDesk, (await _storage.Initiatives.GetAsync("D-1", CancellationToken.None)).State);
    }

    [Fact]
    public async Task LeaveToDesk_WithdrawnFirst_IsNotDone()
    {
        await _storage.PutAsync(Cases.In(InitiativeState.Withdrawn) with { Id = "D-2" });

        await _steps.LeaveToDesk("D-2", CancellationToken.None);

        Assert.Empty(_room.Sent);
    }

    [Fact]
    public async Task LeaveToDesk_VerdictStoredAfterTheLastLook_Stands()
    {
        await _storage.PutAsync(Cases.Approved with { Id = "D-5" });

        await _steps.LeaveToDesk("D-5", CancellationToken.None);

        Assert.Empty(_room.Sent);
        Assert.Equal(InitiativeState.InReview, (await _storage.Initiatives.GetAsync("D-5", CancellationToken.None)).State);
    }

    [Fact]
    public async Task ConfirmWithdrawal_WithAReason_TellsTheReviewer()
    {
        var withdrawal = new Withdrawal("other-money", "De speeltuin betaalt.");
        await _storage.PutAsync(Cases.InReview with { Id = "D-6", State = InitiativeState.Withdrawn, Withdrawal = withdrawal });

        await _steps.ConfirmWithdrawal("D-6", CancellationToken.None);

        var text = MailRoom.BodyOf(_room.Sent[1], "text/plain");
        Assert.Contains("> Ik heb het geld ergens anders gekregen.\n> De speeltuin betaalt.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfirmWithdrawal_ReviewerStillHadToDecide_TellsThemToo()
    {
        await _storage.PutAsync(Cases.InReview with { Id = "D-3", State = InitiativeState.Withdrawn });
        await _storage.PutAsync(Cases.In(InitiativeState.Withdrawn) with { Id = "D-4" });

        await _steps.ConfirmWithdrawal("D-3", CancellationToken.None);
        await _steps.ConfirmWithdrawal("D-4", CancellationToken.None);

        Assert.Equal(
            [
                ("U heeft initiatief Samen eten in De Thij (D-3) ingetrokken", Cases.Applicant.Email),
                ("Ingetrokken: Samen eten in De Thij (D-3)", "e.kamphuis@oldenzaal.example"),
                ("U heeft initiatief Samen eten in De Thij (D-4) ingetrokken", Cases.Applicant.Email),
            ],
            _room.Envelopes);
    }

    [Fact]
    public async Task ConfirmWithdrawal_OnTheAgenda_TellsTheCoordinatorOnce()
    {
        await _storage.PutAsync(Cases.CouncilDecides with { Id = "D-7" });
        var asked = new InitiativeEvent("council-asked", InitiativeEventKind.CouncilAsked, Cases.AskedAt, Actor.Workflow);
        await _storage.Initiatives.ChangeAsync("D-7", asked, current => current.MoveTo(InitiativeState.Withdrawn), CancellationToken.None);

        await _steps.ConfirmWithdrawal("D-7", CancellationToken.None);
        await _steps.ConfirmWithdrawal("D-7", CancellationToken.None);

        Assert.Equal(
            [("U heeft initiatief Samen eten in De Thij (D-7) ingetrokken", Cases.Applicant.Email), ("Ingetrokken, haal van de agenda: Samen eten in De Thij (D-7)", Coordinator)], _room.Envelopes);
    }

    public void Dispose() => _room.Dispose();
}
