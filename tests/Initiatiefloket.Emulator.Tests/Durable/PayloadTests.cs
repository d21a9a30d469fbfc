using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class PayloadTests(AzuriteFixture azurite) : WaitingTests(azurite)
{
    private const int MaxSize = 10 * 1024 * 1024;
    private const int Quotes = 2; // of a text as JSON

    [Fact]
    public async Task Payload_OfSeveralMegabytes_GoesThrough()
    {
        var host = await StartAsync();
        var input = new string('i', 4 * 1024 * 1024);
        var text = new string('t', 5 * 1024 * 1024);

        var id = await host.StartedAsync(Waiting, input);
        await host.Client.RaiseEventAsync(id, "Go", text);

        Assert.Equal(input.Length + text.Length, (await host.EndOfAsync(id)).ReadOutputAs<string>()!.Length);
    }

    [Fact]
    public async Task Payload_AboveTheLimit_IsRefusedWithTheReason()
    {
        var host = await StartAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.ScheduleNewOrchestrationInstanceAsync(Waiting, new string('x', MaxSize)));

        Assert.Contains("input of orchestration 'Waiting' takes 10485762 bytes and the limit is 10485760", refused.Message);
    }

    [Fact]
    public async Task Payload_OfExactlyTheLimit_GoesThroughActivities()
    {
        var host = await StartAsync(Echoing);

        var end = await host.RunAsync("Echo", MaxSize - Quotes);

        Assert.Equal(MaxSize - Quotes, end.ReadOutputAs<string>()!.Length);
    }

    [Fact]
    public async Task Payload_OfAnActivityAboveTheLimit_FailsItWithTheReason()
    {
        var host = await StartAsync(Echoing);

        var end = await host.RunAsync("Echo", MaxSize);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("output of activity 'Make' takes 10485762 bytes and the limit is 10485760", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Payload_OfAnEventAboveTheLimit_IsRefusedAndTheInstanceGoesOn()
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Waiting, "invoer ");

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RaiseEventAsync(id, "Go", new string('x', MaxSize)));
        await host.Client.RaiseEventAsync(id, "Go", "klein");

        Assert.Equal("invoer klein", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    private static void Echoing(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<int, string>("Echo", async (context, length) =>
            await context.CallActivityAsync<string>("Back", await context.CallActivityAsync<string>("Make", length)))
        .AddActivityFunc<int, string>("Make", (_, length) => new string('x', length))
        .AddActivityFunc<string, string>("Back", (_, text) => text);
}
