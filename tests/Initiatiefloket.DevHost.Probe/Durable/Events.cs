using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>External events, waited for in several ways.</summary>
public static class Events
{
    /// <summary>Waits for the named events, one after another.</summary>
    [Function(nameof(Collect))]
    public static async Task<string> Collect([OrchestrationTrigger] TaskOrchestrationContext context, string[] names)
    {
        var collected = new List<string>();
        foreach (var name in names)
        {
            context.SetCustomStatus(name);
            collected.Add(await context.WaitForExternalEvent<string>(name));
        }

        return string.Join(' ', collected);
    }

    /// <summary>
    /// Stops waiting for an event, waits for <c>go</c> before it waits for the same one again when told so, and then waits for it for as long as a busy machine may take.
    /// </summary>
    [Function(nameof(WaitAgain))]
    public static async Task<string> WaitAgain([OrchestrationTrigger] TaskOrchestrationContext context, bool afterGo)
    {
        using (var first = new CancellationTokenSource())
        {
            _ = context.WaitForExternalEvent<string>("same", first.Token);
            first.Cancel(); // not its asynchronous twin: an orchestrator waits for nothing else than durable tasks
        }

        context.SetCustomStatus("stopped");
        if (afterGo)
        {
            await context.WaitForExternalEvent<string>("go");
        }

        try
        {
            return await context.WaitForExternalEvent<string>("same", TimeSpan.FromSeconds(30));
        }
        catch (TaskCanceledException)
        {
            return "lost";
        }
    }
}
