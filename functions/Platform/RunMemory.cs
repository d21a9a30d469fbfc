using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Platform;

/// <summary>
/// What a run of a function (a request, a step of a workflow) has read so far, so that it reads nothing twice. It ends with the run; outside one nothing is kept.
/// </summary>
public sealed class RunMemory : IFunctionsWorkerMiddleware
{
    private static readonly AsyncLocal<ConcurrentDictionary<Type, object>?> OfNow = new();

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        OfNow.Value = [];
        await next(context);
    }

    /// <summary>What the run of now keeps of this type, made the first time; null outside a run.</summary>
    internal static T? Keep<T>(Func<T> make)
        where T : class => (T?)OfNow.Value?.GetOrAdd(typeof(T), _ => make());
}
