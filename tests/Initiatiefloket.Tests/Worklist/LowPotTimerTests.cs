using System.Net;
using Initiatiefloket.Budget;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Worklist;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Tests.Worklist;

[Collection(nameof(OnStorage))]
public sealed class LowPotTimerTests(AppStorage storage) : IDisposable
{
    private readonly MailRoom _room = new(storage);
    private int _reserved;

    [Fact]
    public async Task Warn_LittleIsLeft_TellsTheCoordinatorOnceInSevenDays()
    {
        var pot = await OpenAsync(2034);
        await ReserveAsync(pot, "LP-1", 900);
        await MorningAsync(pot, "2034-03-01T06:00:00Z");
        Assert.Empty(_room.Sent);

        await ReserveAsync(pot, "LP-2", 50);
        await MorningAsync(pot, "2034-03-02T06:00:00Z");
        await ReserveAsync(pot, "LP-3", 30);
        await ReserveAsync(pot, "LP-4", 80);
        await MorningAsync(pot, "2034-03-08T06:00:00Z");
        Assert.Equal([("De pot van 2034 raakt leeg: nog €\u00a050", Cases.Policy.Municipality.Coordinator.Email)], _room.Envelopes);
        Assert.Contains("Niemand wacht nu op geld.", TextOf(0), StringComparison.Ordinal);

        await MorningAsync(pot, "2034-03-09T06:00:00Z");
        Assert.Equal("De pot van 2034 raakt leeg: nog €\u00a020", _room.Envelopes[^1].Subject);
        Assert.Contains("Nu wacht 1 aanvraag op geld, voor €\u00a080.", TextOf(1), StringComparison.Ordinal);

        await MorningAsync(pot, "2034-03-20T06:00:00Z");
        Assert.Equal(2, _room.Sent.Count);
    }

    [Fact]
    public async Task Warn_MailServiceIsDown_TellsTheNextMorning()
    {
        var pot = await OpenAsync(2035);
        await ReserveAsync(pot, "LP-5", 1000);
        _room.Fail(new HttpRequestException("down", null, HttpStatusCode.ServiceUnavailable));
        await Assert.ThrowsAnyAsync<Exception>(() => MorningAsync(pot, "2035-03-01T06:00:00Z"));
        _room.Recover();

        await MorningAsync(pot, "2035-03-02T06:00:00Z");
        await MorningAsync(pot, "2035-03-02T06:00:00Z");

        Assert.Equal("De pot van 2035 is leeg", Assert.Single(_room.Envelopes).Subject);
    }

    [Theory]
    [InlineData(2036, "2036-03-04T04:00:00Z")] // five in the morning in town
    [InlineData(2037, "2037-03-01T06:00:00Z")] // a Sunday
    [InlineData(2038, "2039-03-01T06:00:00Z")] // the year is over
    public async Task Warn_NotNow_TellsNobody(int year, string moment)
    {
        var pot = await OpenAsync(year);
        await ReserveAsync(pot, $"LP-{year}", 1000);

        await MorningAsync(pot, moment);

        Assert.Empty(_room.Sent);
    }

    [Fact]
    public async Task Warn_NoLimitOrNotOpened_TellsNobody()
    {
        var pot = (await OpenAsync(2040)) with { WarnBelow = null };
        await ReserveAsync(pot, "LP-6", 1000);

        await MorningAsync(pot, "2040-03-01T06:00:00Z");
        await MorningAsync(PotOf(2041), "2040-03-01T06:00:00Z");

        Assert.Empty(_room.Sent);
    }

    public void Dispose() => _room.Dispose();

    private static Pot PotOf(int year) => new(year, new DateOnly(year, 12, 31), [new Fund("welzijn", "Welzijn", Euro.Whole(1000))]) { WarnBelow = Euro.Whole(100) };

    private PotLedger Ledger => new(storage.Tables, _room.Clock);

    private string TextOf(int mail) => MailRoom.BodyOf(_room.Sent[mail], "text/plain");

    private async Task<Pot> OpenAsync(int year)
    {
        await Ledger.OpenAsync(PotOf(year));
        return PotOf(year);
    }

    // Each a minute after the one before: among those of one moment a lot decides.
    private async Task ReserveAsync(Pot pot, string id, int euros) =>
        await Ledger.ReserveAsync(pot.Year, new MoneyAsked(id, $"{id}-reserve", Euro.Whole(euros), Cases.ReceivedAt.AddMinutes(_reserved++)));

    private Task MorningAsync(Pot pot, string moment)
    {
        var now = new Testing.ManualClock(Days.Moment(moment));
        var timer = new LowPotTimer(
            new WorklistTable(storage.Tables), Ledger, _room.OfficePost, _room.Links, _room.People, Cases.Policy with { Pots = [pot] }, now);
        return timer.WarnOfLowPot(new TimerInfo(), CancellationToken.None);
    }
}
