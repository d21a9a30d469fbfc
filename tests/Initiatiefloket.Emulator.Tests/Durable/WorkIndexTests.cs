using Initiatiefloket.Testing;
using Microsoft.DurableTask.Engine.Running;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class WorkIndexTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    [Fact]
    public async Task Hold_OfAnAdoptedInstanceBeforeItsRemovalIsWritten_DoesNotWaitForIt()
    {
        var storage = (await StartAsync(Setup with { HasWorker = false })).Storage;
        await storage.EnsureCreatedAsync(Limit);
        var index = new WorkIndex(storage, new Outage(storage.Hub, NullLogger.Instance));
        using var stop = new CancellationTokenSource();

        index.Adopt(WorkRow.Busy("one"));
        index.Release("one");
        var held = index.HoldAsync("one");
        var running = index.RunAsync(stop.Token);
        await held.WaitAsync(TimeSpan.FromSeconds(20));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
