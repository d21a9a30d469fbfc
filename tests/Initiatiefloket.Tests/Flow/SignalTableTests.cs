using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Flow;

[Collection(nameof(OnStorage))]
public sealed class SignalTableTests
{
    private readonly ManualClock _clock = new(Cases.ReceivedAt);
    private readonly SignalTable _table;

    public SignalTableTests(AppStorage storage) => _table = new SignalTable(storage.Tables, _clock);

    [Fact]
    public async Task GetOverdue_Remembered_IsThereUntilForgotten()
    {
        var signal = new Signal("S-1:review-1", "verdict-1", Actor.Reviewer("welzijn"));
        await _table.RememberAsync(signal, CancellationToken.None);

        Assert.DoesNotContain(signal, await OverdueAsync(_clock.GetUtcNow()));
        Assert.Contains(signal, await OverdueAsync(_clock.GetUtcNow().AddSeconds(1)));
        await _table.ForgetAsync(signal, CancellationToken.None);
        await _table.ForgetAsync(signal, CancellationToken.None);
        Assert.DoesNotContain(signal, await OverdueAsync(_clock.GetUtcNow().AddDays(1)));
    }

    [Fact]
    public async Task Remember_TwoPeopleForOneWait_AreTwoSignals()
    {
        Signal[] signals = [new("S-2", "called-in", Actor.CouncilMember("raadslid-1")), new("S-2", "called-in", Actor.CouncilMember("raadslid-2"))];
        await Task.WhenAll(signals.Select(signal => _table.RememberAsync(signal, CancellationToken.None)));

        await _table.ForgetAsync(signals[0], CancellationToken.None);

        var overdue = await OverdueAsync(_clock.GetUtcNow().AddDays(1));
        Assert.Equal([signals[1]], overdue.Where(signal => signal.InstanceId == "S-2"));
    }

    [Fact]
    public async Task Remember_Again_StartsItsWaitAnew()
    {
        var signal = new Signal("S-3", "withdrawn", Actor.Applicant);
        await _table.RememberAsync(signal, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(5));

        await _table.RememberAsync(signal, CancellationToken.None);

        Assert.DoesNotContain(signal, await OverdueAsync(_clock.GetUtcNow()));
        await _table.ForgetAsync(signal, CancellationToken.None);
    }

    [Fact]
    public async Task Forget_OverdueAndRememberedAgainSince_KeepsIt()
    {
        var signal = new Signal("S-4", "answer-1", Actor.Applicant);
        await _table.RememberAsync(signal, CancellationToken.None);
        var sent = await FindAsync(signal);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _table.RememberAsync(signal, CancellationToken.None);

        await _table.ForgetAsync(sent!, CancellationToken.None);

        var again = await FindAsync(signal);
        Assert.NotNull(again);
        await _table.ForgetAsync(again, CancellationToken.None);
        await _table.ForgetAsync(again, CancellationToken.None);
        Assert.Null(await FindAsync(signal));
    }

    private async Task<OverdueSignal?> FindAsync(Signal signal) =>
        (await _table.GetOverdueAsync(_clock.GetUtcNow().AddDays(1), CancellationToken.None)).SingleOrDefault(overdue => overdue.Signal == signal);

    private async Task<IReadOnlyList<Signal>> OverdueAsync(DateTimeOffset writtenBefore) =>
        [.. (await _table.GetOverdueAsync(writtenBefore, CancellationToken.None)).Select(overdue => overdue.Signal)];
}
