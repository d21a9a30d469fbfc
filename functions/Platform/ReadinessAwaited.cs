using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Platform;

/// <summary>Lets a function wait until the app is prepared. A visitor is told after some seconds that storage is out; a step of a workflow is tried again.</summary>
public sealed class ReadinessAwaited(Readiness readiness) : IFunctionsWorkerMiddleware
{
    private static readonly TimeSpan PatienceOfAVisitor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await readiness.WaitAsync(context.GetHttpContext() is null ? Patience : PatienceOfAVisitor, context.CancellationToken);
        }
        catch (Exception failure) when (!Retries.IsOutage(failure))
        {
            // The app is about to stop, for a policy that does not fit: no step of a workflow must fail for good by that.
            throw new TransientFailureException("The app cannot be prepared.", failure);
        }

        await next(context);
    }

    // An orchestrator waits for nothing but its own tasks, and touches no storage.
    internal static bool IsFor(FunctionContext context) =>
        context.MetadataOf<NeedsNoPreparationAttribute>() is null
        && context.FunctionDefinition.InputBindings.Values.All(binding => binding.Type != "orchestrationTrigger");
}

/// <summary>Something that must be done before functions run. It may be done twice: after an outage all is done again.</summary>
public interface IPreparation
{
    /// <summary>Does it. Any failure but an outage is final.</summary>
    Task PrepareAsync(CancellationToken cancellation);
}

/// <summary>For functions that touch no storage: they answer before the app is prepared (<see cref="ReadinessAwaited"/>), also while storage is out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsNoPreparationAttribute : Attribute;
