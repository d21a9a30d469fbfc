using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Web;

/// <summary>Tells the worker the HTTP functions of a class; for the app itself the worker's SDK generates that.</summary>
internal sealed class FunctionsOf<T> : IFunctionMetadataProvider
    where T : class
{
    /// <summary>Takes the place of what was generated for the app, by coming last: these the worker calls by reflection.</summary>
    public static void TakeOver(IServiceCollection services)
    {
        services.Add(services.First(service => service.ServiceType == typeof(IFunctionExecutor) && service.ImplementationType!.Assembly == typeof(FunctionContext).Assembly));
        services.AddSingleton<IFunctionMetadataProvider, FunctionsOf<T>>();
    }

    public Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) => Task.FromResult<ImmutableArray<IFunctionMetadata>>(
    [
        .. from method in typeof(T).GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select Describe(function.Name, method),
    ]);

    private static DefaultFunctionMetadata Describe(string name, MethodInfo method)
    {
        var (request, trigger) = method.GetParameters()
            .Select(parameter => (parameter.Name, Trigger: parameter.GetCustomAttribute<HttpTriggerAttribute>()))
            .First(parameter => parameter.Trigger is not null);
        return new DefaultFunctionMetadata
        {
            Name = name,
            Language = "dotnet-isolated",
            EntryPoint = $"{typeof(T).FullName}.{method.Name}",
            ScriptFile = Path.GetFileName(typeof(T).Assembly.Location),
            RawBindings =
            [
                JsonSerializer.Serialize(new { name = request, type = "httpTrigger", direction = "In", authLevel = "Anonymous", methods = trigger!.Methods, route = trigger.Route }),
                JsonSerializer.Serialize(new { name = "$return", type = "http", direction = "Out" }),
            ],
        };
    }
}
