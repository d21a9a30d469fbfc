using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Functions;

/// <summary>Runs functions inside the app's middlewares.</summary>
internal sealed class FunctionPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middlewares)
{
    private readonly FunctionExecutionDelegate _run = middlewares.Reverse()
        .Aggregate<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(
            context => ExecuteAsync((Invocation)context), (next, middleware) => middleware(next));

    /// <summary>
    /// Runs one invocation. Nothing here leaves the caller's synchronization context: an orchestrator must stay in its engine's.
    /// </summary>
    /// <returns>The result that function and middlewares leave.</returns>
    public async Task<object?> RunAsync(Invocation invocation)
    {
        await _run(invocation);
        return invocation.GetInvocationResult().Value;
    }

    private static async Task ExecuteAsync(Invocation invocation)
    {
        var function = invocation.Function;
        var instance = function.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(invocation.InstanceServices, function.Method.ReflectedType!);
        var arguments = ParameterBinder.Bind(function, invocation);
        var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        invocation.GetInvocationResult().Value = await ValueOfAsync(returned, function.Method.ReturnType);
    }

    private static async Task<object?> ValueOfAsync(object? returned, Type declared)
    {
        if (returned is ValueTask valueTask)
        {
            await valueTask;
            return null;
        }

        if (declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            returned = declared.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;

        // A Task may be a Task<VoidTaskResult> underneath, so the declared type tells whether there is a result.
        return declared.IsGenericType ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }
}
