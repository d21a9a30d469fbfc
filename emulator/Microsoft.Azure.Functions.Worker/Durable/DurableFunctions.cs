using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Engine;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Durable;

/// <summary>Hands orchestrations and activities to the Durable Task engine.</summary>
internal static class DurableFunctions
{
    /// <summary>Not the default name: in the real worker no DurableTaskClient can be injected, only bound.</summary>
    public const string ClientName = "functions";

    private static readonly string[] Honoured =
        ["hubName", "defaultVersion", "maxConcurrentActivityFunctions", "maxConcurrentOrchestratorFunctions"];

    /// <summary>Registers the functions that the engine runs.</summary>
    public static void Add(IServiceCollection services, IReadOnlyList<Function> functions, FunctionPipeline pipeline, HostJson hostJson)
    {
        var settings = hostJson.DurableTask;
        services.Configure<TaskHubOptions>(options =>
        {
            options.HubName = settings["hubName"] ?? options.HubName;
            options.DefaultVersion = settings["defaultVersion"];
            options.MaxConcurrentActivities = settings.GetValue<int?>("maxConcurrentActivityFunctions");
            options.MaxConcurrentOrchestrators = settings.GetValue<int?>("maxConcurrentOrchestratorFunctions");
        });
        // What the real worker converts with, whatever converter an app sets (DurableTaskExtensionStartup in Azure/azure-functions-durable-extension).
        var converter = new JsonDataConverter(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });
        services.AddDurableTaskClient(ClientName).Configure(options => options.DataConverter = converter);
        if (!functions.Any(function => function.Trigger is OrchestrationTriggerAttribute or ActivityTriggerAttribute))
        {
            return;
        }

        // The engine makes orchestrators without a provider, so the scopes come from the worker's own.
        services.AddDurableTaskWorker().Configure(options => options.DataConverter = converter);
        services.AddOptions<DurableTaskRegistry>().Configure<IServiceScopeFactory>((registry, scopes) =>
        {
            foreach (var function in functions)
            {
                Register(registry, function, pipeline, scopes);
            }
        });
    }

    /// <summary>Keys of host.json's <c>durableTask</c> that this host does not honour.</summary>
    public static IEnumerable<string> Unknown(HostJson hostJson) => hostJson.DurableTask.GetChildren()
        .Select(child => child.Key)
        .Except(Honoured, StringComparer.OrdinalIgnoreCase);

    private static void Register(DurableTaskRegistry registry, Function function, FunctionPipeline pipeline, IServiceScopeFactory scopes)
    {
        if (function.Trigger is ActivityTriggerAttribute activity)
        {
            var runner = new ActivityFunction(function, pipeline, scopes);
            registry.AddActivity(activity.Activity ?? function.Name, runner);
        }
        else if (function.Trigger is OrchestrationTriggerAttribute orchestration)
        {
            var runner = new OrchestratorFunction(function, pipeline, scopes);
            registry.AddOrchestrator(orchestration.Orchestration ?? function.Name, runner);
        }
    }
}
