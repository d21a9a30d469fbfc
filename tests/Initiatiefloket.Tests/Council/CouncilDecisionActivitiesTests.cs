using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Council;

[Collection(nameof(OnStorage))]
public sealed class CouncilDecisionActivitiesTests : IDisposable
{
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly CouncilDecisionActivities _steps;

    public CouncilDecisionActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _steps = new CouncilDecisionActivities(
            storage.Initiatives, _room.CasePost, new CouncilNewsMails(AppTexts.Localizer), Cases.Policy, _room.Clock);
    }

    [Fact]
    public async Task Ask_WithdrawnFirst_NeverWasOnTheAgenda()
    {
        await _storage.PutAsync(Cases.In(InitiativeState.Withdrawn) with { Id = "R-1" });

        var asked = await _steps.AskCouncil(Cases.Case with { Id = "R-1" }, CancellationToken.None);

        Assert.Empty(asked.RemindAt);
        Assert.Empty(_room.Sent);
        Assert.Null(await _storage.Initiatives.FindEventAsync("R-1", "council-asked", CancellationToken.None));
    }

    [Theory]
    [InlineData(1, false, "dan krijgt u deze mail opnieuw")]
    [InlineData(2, true, "Dit is de laatste herinnering. Is er na 10 werkdagen nog niets vastgelegd?")]
    public async Task Remind_Number_SaysWhatHappensNext(int number, bool isLast, string words)
    {
        await _storage.PutAsync(Cases.CouncilDecides with { Id = "R-2" });

        await _steps.RemindCouncil(new CouncilReminder("R-2", number, isLast), CancellationToken.None);

        Assert.Contains(words, MailRoom.BodyOf(Assert.Single(_room.Sent), "text/plain"), StringComparison.Ordinal);
    }

    public void Dispose() => _room.Dispose();
}
