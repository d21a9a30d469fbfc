using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Durable timers that fire a moment early, as they do on Azure Storage.</summary>
public sealed class EarlyTimersTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(0.9);

    [Fact]
    public async Task CouncilWindow_WhenItsTimerFiresEarly_LastsToItsEnd()
    {
        fixture.Host.Durable.TimersEarlyBy = Early;
        var id = await fixture.InCouncilWindowAsync("raad zwijgt");
        await fixture.Host.Durable.IdleAsync();
        var until = (await fixture.Cases.ReachAsync(id, InitiativeState.CouncilWindow)).WaitsUntil!.Value;

        fixture.Clock.SetUtcNow(until - Early);
        await fixture.Host.Durable.IdleAsync();

        Assert.Contains(fixture.Host.Durable.HistoryOf(id)!, entry => entry.TimerFired is { } fired && fired.FireAt.ToDateTimeOffset() == until);
        Assert.Equal(InitiativeState.CouncilWindow, (await fixture.Cases.GetAsync(id)).State);

        fixture.Clock.SetUtcNow(until + (TimeSpan.FromSeconds(1) - Early));
        await fixture.Cases.ReachAsync(id, InitiativeState.Granted);
    }
}
