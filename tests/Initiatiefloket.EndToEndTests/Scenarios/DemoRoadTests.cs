using Initiatiefloket.Demo;
using Initiatiefloket.EndToEndTests.Hosting;
using Xunit.Abstractions;

namespace Initiatiefloket.EndToEndTests.Scenarios;

/// <summary>What <c>dotnet run --project tests/Initiatiefloket.Demo</c> plays, with its six proposals at the same time.</summary>
[Collection(BesideTheKills.Name)]
public sealed class DemoRoadTests(LoketFixture loket, ITestOutputHelper output)
{
    [Fact]
    public async Task Demo_OnTheLocalHost_PlaysEachProposalToItsEnd()
    {
        var play = new Play(loket.Town, loket.Post, output.WriteLine);

        await Task.WhenAll(play.Acts.Select(PlayAsync));

        Assert.Equal(play.Acts.Count, play.StatusPages.Count());
        await loket.Cases.AssertLedgerAddsUpAsync();
    }

    private async Task PlayAsync(Act act)
    {
        var id = await act.PlayAsync();

        var reached = await loket.Cases.ReachAsync(id, act.End);
        Assert.Equal(id, reached.Id);
    }
}
