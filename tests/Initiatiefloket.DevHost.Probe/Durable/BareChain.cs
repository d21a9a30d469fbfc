using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Activities that do nothing, one after another: what the app's workflow is compared with in the benchmarks.</summary>
public static class BareChain
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Running = new();

    /// <summary>Runs a chain and answers when its last activity ran; the client's own waiting looks every two seconds only.</summary>
    [Function(nameof(RunBareChain))]
    public static async Task<IResult> RunBareChain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bare-chain/{length:int}")] HttpRequest request,
        int length,
        [DurableClient] DurableTaskClient client)
    {
        var id = Guid.NewGuid().ToString("N");
        var ended = Running[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(BareChain), length, new StartOrchestrationOptions(id), request.HttpContext.RequestAborted);
        await ended.Task.WaitAsync(request.HttpContext.RequestAborted);
        Running.TryRemove(id, out _);
        return TypedResults.NoContent();
    }

    [Function(nameof(BareChain))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, int length)
    {
        for (var left = length - 1; left >= 0; left--)
        {
            await context.CallActivityAsync(nameof(PassLink), new ChainLink(context.InstanceId, left));
        }
    }

    [Function(nameof(PassLink))]
    public static void PassLink([ActivityTrigger] ChainLink link)
    {
        if (link.Left == 0 && Running.TryGetValue(link.Chain, out var ended))
        {
            ended.TrySetResult();
        }
    }
}

/// <summary>A place in a chain.</summary>
/// <param name="Chain">The chain's instance id.</param>
/// <param name="Left">How many come after it.</param>
public sealed record ChainLink(string Chain, int Left);
