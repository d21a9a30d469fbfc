using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Durable;

/// <summary>An activity that is a function: each call is an invocation with services of its own.</summary>
internal sealed class ActivityFunction(Function function, FunctionPipeline pipeline, IServiceScopeFactory scopes) : ITaskActivity
{
    public Type InputType => function.TriggerParameter.ParameterType;

    public Type OutputType => typeof(object);

    public async Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        await using var invocation = new Invocation(function, scopes, CancellationToken.None)
        {
            TriggerValue = input,
            BindingData = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = context.InstanceId.ToString() },
        };
        return await pipeline.RunAsync(invocation);
    }
}
