using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Web.Hosting;

internal static class FunctionContextWebExtensions
{
    private static readonly ConcurrentDictionary<string, MethodInfo?> Methods = new();

    /// <summary>
    /// Answers now instead of when all middlewares are done, which is when the worker executes the result: then no middleware could help
    /// when a page fails to render. The worker is left with a result that does nothing.
    /// </summary>
    public static async Task AnswerAsync(this FunctionContext context, IResult result)
    {
        await result.ExecuteAsync(context.GetHttpContext()!);
        context.GetInvocationResult().Value = TypedResults.Empty;
    }

    /// <summary>An attribute of the function's method, else of its class. The worker does not pass attributes on.</summary>
    public static T? MetadataOf<T>(this FunctionContext context)
        where T : class
    {
        var method = Methods.GetOrAdd(context.FunctionDefinition.EntryPoint, FindMethod);
        return method?.GetCustomAttributes().OfType<T>().FirstOrDefault()
            ?? method?.DeclaringType?.GetCustomAttributes().OfType<T>().FirstOrDefault();
    }

    private static MethodInfo? FindMethod(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return typeof(FunctionContextWebExtensions).Assembly.GetType(entryPoint[..dot].Replace('/', '+'))?
            .GetMethod(entryPoint[(dot + 1)..], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static);
    }
}
