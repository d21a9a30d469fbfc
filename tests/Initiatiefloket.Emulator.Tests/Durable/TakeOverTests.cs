using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>Several processes or hosts on one hub: one works, and the next one takes over.</summary>
public sealed class TakeOverTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const int Naps = 20;
    private const string Orchestrator = "Orchestrator";

    [Fact]
    public async Task SecondProcess_WhenTheFirstIsPaused_TakesOverByTheLeaseAloneAndNothingRunsTwice()
    {
        await using var first = HubProcess.Start(Setup.ConnectionString, Setup.Hub);
        await first.WaitForAsync("working");
        await using var second = HubProcess.Start(Setup.ConnectionString, Setup.Hub);
        await second.WaitForAsync("standing by");
        var naps = Enumerable.Range(0, Naps).Select(number => string.Create(CultureInfo.InvariantCulture, $"nap-{number:d2}")).ToList();
        naps.ForEach(nap => first.Ask($"start Nap {nap}"));
        await Task.WhenAll(naps.Select(nap => first.WaitForAsync($"start Nap {nap}")));
        var client = (await StartAsync(Setup with { HasWorker = false })).Client;
        await Task.WhenAll(naps.Select(nap => client.WaitForInstanceStartAsync(nap, Limit)));

        // The process is there, but does nothing: only the lease can tell. Its timers are due when it comes back.
        await first.SignalAsync("STOP");
        var paused = Stopwatch.GetTimestamp();
        await second.WaitForAsync("working");
        var takenOverAfter = Stopwatch.GetElapsedTime(paused);
        await first.SignalAsync("CONT");
        await first.WaitForAsync("standing by");

        Assert.InRange(takenOverAfter, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        var ends = await Task.WhenAll(naps.Select(nap => client.WaitForInstanceCompletionAsync(nap, true, Limit)));
        Assert.All(ends, end => Assert.Equal("1", end.SerializedOutput));
        var effects = await new TableClient(Setup.ConnectionString, $"{Setup.Hub}Effects").QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(Naps, effects.Count(row => row.RowKey.StartsWith("did", StringComparison.Ordinal)));
        Assert.DoesNotContain(effects, row => row.RowKey.StartsWith("clash", StringComparison.Ordinal));

        // The other way round: this one is killed, and that is seen at once.
        await second.KillAsync();
        var killed = Stopwatch.GetTimestamp();
        await first.WaitForAsync("working", times: 2);
        Assert.InRange(Stopwatch.GetElapsedTime(killed), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Hosts_ThatFollowEachOther_DoNotWait()
    {
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < 5; round++)
        {
            var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, _ => Task.CompletedTask));
            await host.RunAsync(Orchestrator);
            await host.DisposeAsync();
        }

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Host_ThatIsDroppedInTheMiddle_IsSeenToBeGone()
    {
        var busy = new TaskCompletionSource();
        Action<DurableTaskRegistry> tasks = registry => registry
            .AddOrchestratorFunc<bool>(Orchestrator, (context, hangs) => context.CallActivityAsync("Work", hangs))
            .AddActivityFunc<bool>("Work", (_, hangs) => hangs ? busy.Task : Task.CompletedTask);
        var dropped = await StartAsync(tasks);
        await dropped.StartedAsync(Orchestrator, true);
        var stopping = dropped.DisposeAsync();

        var next = await StartAsync(Setup with { HasWorker = false });
        await next.Client.ScheduleNewOrchestrationInstanceAsync(Orchestrator, false, new StartOrchestrationOptions("other"));
        busy.SetResult();
        await stopping;

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await (await StartAsync(tasks)).EndOfAsync("other")).RuntimeStatus);
    }
}
