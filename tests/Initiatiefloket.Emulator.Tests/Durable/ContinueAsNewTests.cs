using Initiatiefloket.Testing;
using Microsoft.DurableTask;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class ContinueAsNewTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Orchestrator = "Orchestrator";

    [Fact]
    public async Task ContinueAsNew_TenTimes_EndsWithTheLastInput()
    {
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc<int, int>(Orchestrator, async (context, round) =>
            {
                if (round < 10)
                {
                    await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                    context.ContinueAsNew(round + 1);
                }

                return round;
            }),
            Orchestrator,
            0);

        Assert.Equal(10, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task ContinueAsNew_WithNewVersion_RunsUnderThatVersion()
    {
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc<int, string>(Orchestrator, (context, round) =>
            {
                if (round == 0)
                {
                    context.ContinueAsNew(new ContinueAsNewOptions { NewInput = 1, NewVersion = "2.0" });
                }

                return context.Version;
            }),
            Orchestrator,
            0);

        Assert.Equal("2.0", end.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(true, "a,b")]
    [InlineData(false, "late")]
    public async Task ContinueAsNew_WithEventsThatNobodyTook_KeepsThemWhenAsked(bool preserve, string expected)
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>(Orchestrator, async (context, round) =>
        {
            if (round == 0)
            {
                await context.WaitForExternalEvent<string>("Go");
                context.ContinueAsNew(1, preserve);
                return "";
            }

            var first = await context.WaitForExternalEvent<string>("Data");
            return preserve ? $"{first},{await context.WaitForExternalEvent<string>("Data")}" : first;
        }));

        var id = await host.StartedAsync(Orchestrator, 0);
        await host.Client.RaiseEventAsync(id, "Data", "a");
        await host.Client.RaiseEventAsync(id, "data", "b");
        await host.Client.RaiseEventAsync(id, "Go", "");
        await Eventually.FindAsync("the second round", async () =>
            (await host.Client.GetInstanceAsync(id, true))!.ReadInputAs<int>() == 1 ? "" : null);
        if (!preserve)
        {
            await host.Client.RaiseEventAsync(id, "Data", "late");
        }

        Assert.Equal(expected, (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_WhileEventsKeepComing_LosesNoneAndKeepsTheirOrder()
    {
        const int events = 60;
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc<int[], int[]>(Orchestrator, async (context, seen) =>
        {
            int[] next = [.. seen, await context.WaitForExternalEvent<int>("Number")];
            if (next.Length < events)
            {
                context.ContinueAsNew(next);
            }

            return next;
        }));

        var id = await host.StartedAsync(Orchestrator, Array.Empty<int>());
        for (var number = 0; number < events; number++)
        {
            await host.Client.RaiseEventAsync(id, "Number", number);
        }

        Assert.Equal(Enumerable.Range(0, events), (await host.EndOfAsync(id)).ReadOutputAs<int[]>()!);
    }
}
