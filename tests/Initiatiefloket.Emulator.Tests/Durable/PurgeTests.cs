using Initiatiefloket.Testing;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class PurgeTests(AzuriteFixture azurite) : WaitingTests(azurite)
{
    [Fact]
    public async Task Purge_OfOne_RemovesItOnceItIsFinished()
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Parent);
        await host.Client.WaitForInstanceStartAsync($"{id}-child", Limit);

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.PurgeInstanceAsync(id));
        await host.Client.RaiseEventAsync($"{id}-child", "Go", "");
        await host.EndOfAsync(id);

        Assert.Equal(2, (await host.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true))).PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync(id));
        Assert.Null(await host.Client.GetInstanceAsync($"{id}-child"));
    }

    [Fact]
    public async Task Purge_ByFilter_RemovesFinishedOnesOnly()
    {
        var host = await StartAsync();
        foreach (var id in new[] { "a", "b", "c" })
        {
            await host.StartedAsync(Waiting, options: new(id));
        }

        await host.Client.RaiseEventAsync("a", "Go", "");
        await host.Client.RaiseEventAsync("b", "Go", "fail");
        await Task.WhenAll(host.EndOfAsync("a"), host.EndOfAsync("b"));
        var from = DateTimeOffset.UtcNow.AddMinutes(-5);

        var failed = await host.Client.PurgeInstancesAsync(from, null, [OrchestrationRuntimeStatus.Failed]);
        var rest = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(from, DateTimeOffset.UtcNow));

        Assert.Equal((1, 1), (failed.PurgedInstanceCount, rest.PurgedInstanceCount));
        Assert.True(rest.IsComplete);
        Assert.NotNull(await host.Client.GetInstanceAsync("c"));
    }
}
