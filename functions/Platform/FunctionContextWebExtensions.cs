using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Platform;

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
        var definition = context.FunctionDefinition;
        var method = Methods.GetOrAdd(definition.Id, (_, function) => FindMethod(function), definition);
        return method?.GetCustomAttributes().OfType<T>().FirstOrDefault()
            ?? method?.DeclaringType?.GetCustomAttributes().OfType<T>().FirstOrDefault();
    }

    private static MethodInfo? FindMethod(FunctionDefinition function)
    {
        var dot = function.EntryPoint.LastIndexOf('.');
        return Assembly.Load(Path.GetFileNameWithoutExtension(function.PathToAssembly))
            .GetType(function.EntryPoint[..dot])?
            .GetMethod(function.EntryPoint[(dot + 1)..], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static);
    }
}
