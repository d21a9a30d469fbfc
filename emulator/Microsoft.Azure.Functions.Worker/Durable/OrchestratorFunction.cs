using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Durable;

/// <summary>An orchestrator that is a function: each replay is an invocation, with the middlewares around it.</summary>
internal sealed class OrchestratorFunction(Function function, FunctionPipeline pipeline, IServiceScopeFactory scopes) : ITaskOrchestrator
{
    public Type InputType => function.InputParameter?.ParameterType ?? typeof(object);

    public Type OutputType => typeof(object);

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        // A replay that ends in a wait never comes back here, so the scope is made only for an orchestrator that asks for services.
        await using var invocation = new Invocation(function, scopes, CancellationToken.None)
        {
            TriggerValue = context,
            OrchestrationInput = input,
        };
        return await pipeline.RunAsync(invocation);
    }
}
