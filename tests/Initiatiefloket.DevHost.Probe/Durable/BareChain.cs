using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Activities that do nothing, one after another: what the app's workflow is compared with in the benchmarks.</summary>
public static class BareChain
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Running = new();

    /// <summary>Answers when the last activity of a chain ran, which may be before it is asked; the client's own waiting looks every two seconds only.</summary>
    [Function(nameof(AwaitBareChain))]
    public static async Task<IResult> AwaitBareChain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bare-chain/{id}")] HttpRequest request, string id)
    {
        await EndOf(id).Task.WaitAsync(request.HttpContext.RequestAborted);
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
        if (link.Left == 0)
        {
            EndOf(link.Chain).TrySetResult();
        }
    }

    private static TaskCompletionSource EndOf(string chain) => Running.GetOrAdd(chain, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>A place in a chain.</summary>
/// <param name="Chain">The chain's instance id.</param>
/// <param name="Left">How many come after it.</param>
public sealed record ChainLink(string Chain, int Left);
