using Microsoft.DurableTask;
using static Initiatiefloket.Emulator.Crash.Activities;

namespace Initiatiefloket.Emulator.Crash;

/// <summary>
/// A workflow with a bit of everything, over three runs: activities, retries, timers, fan-out, a sub-orchestration, events from
/// clients and from another instance. Each effect has a value and a key that only a decision made twice would change.
/// </summary>
internal static class Journey
{
    /// <summary>The event that a journey waits for twice: with 0 and with 1, in any order.</summary>
    public const string Number = "Number";

    private const string Arrival = "Arrival";
    private static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(100)));

    public static void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<Progress, int>(nameof(Journey), RunAsync)
        .AddOrchestratorFunc<string, int>("Detour", DetourAsync)
        .AddOrchestratorFunc<Progress, int>("Nap", NapAsync)
        .AddActivity<Have>()
        .AddActivity<HaveAtLast>();

    private static async Task<int> RunAsync(TaskOrchestrationContext context, Progress progress)
    {
        var sum = progress.Sum + progress.Round switch
        {
            0 => await LeaveAsync(context),
            1 => await GatherAsync(context),
            _ => await ArriveAsync(context),
        };
        if (progress.Round < 2)
        {
            context.ContinueAsNew(new Progress(progress.Round + 1, sum));
        }

        return sum;
    }

    private static async Task<int> LeaveAsync(TaskOrchestrationContext context)
    {
        var first = await HaveAsync(context, 1);
        await context.CreateTimer(TimeSpan.FromMilliseconds(300), CancellationToken.None);
        return first + await context.CallActivityAsync<int>(nameof(HaveAtLast), new Effect($"{context.NewGuid():N}", 2), Retry);
    }

    private static async Task<int> GatherAsync(TaskOrchestrationContext context)
    {
        var detour = context.CallSubOrchestratorAsync<int>("Detour", context.InstanceId);
        var values = await Task.WhenAll(HaveAsync(context, 4), HaveAsync(context, 8), HaveAsync(context, 16));
        return values.Sum() + await detour + await context.WaitForExternalEvent<int>(Arrival);
    }

    private static async Task<int> ArriveAsync(TaskOrchestrationContext context)
    {
        var numbers = new HashSet<int>();
        while (numbers.Count < 2)
        {
            numbers.Add(await context.WaitForExternalEvent<int>(Number));
        }

        return await HaveAsync(context, 128);
    }

    private static async Task<int> DetourAsync(TaskOrchestrationContext context, string home)
    {
        await context.CreateTimer(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        context.SendEvent(home, Arrival, 64);
        return await HaveAsync(context, 32);
    }

    // Sleeps for some seconds and has one effect then.
    private static async Task<int> NapAsync(TaskOrchestrationContext context, Progress progress)
    {
        await context.CreateTimer(TimeSpan.FromSeconds(4), CancellationToken.None);
        return progress.Sum + await HaveAsync(context, 1);
    }

    private static Task<int> HaveAsync(TaskOrchestrationContext context, int value) =>
        context.CallActivityAsync<int>(nameof(Have), new Effect($"{context.NewGuid():N}", value));
}
