using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using System.Text.Json.Nodes;
using Initiatiefloket.DevHost.Protocol;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Newtonsoft.Json;

namespace Initiatiefloket.DevHost;

/// <summary>A WebJobs host with the real Durable extension, in which the worker's orchestrators and activities are functions.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    private readonly IHost _host;

    private DurableHost(IHost host) => _host = host;

    /// <summary>What a durableClient binding hands to the worker.</summary>
    public string ClientBinding { get; private set; } = "";

    public IServiceProvider Services => _host.Services;

    public static async Task<DurableHost> StartAsync(Worker worker, IConfiguration settings, JsonNode? hostJson, Uri site, ILoggerFactory loggers)
    {
        var functions = new DurableFunctions(worker);
        var type = Emit(worker.Functions);
        var extensions = new JsonObject { ["AzureWebJobs"] = new JsonObject { ["extensions"] = hostJson?["extensions"]?.DeepClone() } };
        var builder = new HostBuilder()
            .ConfigureWebJobs((_, jobs) => jobs.AddDurableTask(), options => { }, (_, _) => { })
            .ConfigureAppConfiguration(configuration => configuration
                .AddConfiguration(settings)
                .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(extensions.ToJsonString()))))
            .ConfigureServices(services =>
            {
                services.AddSingleton(loggers);
                services.AddSingleton<ITypeLocator>(new Types(type));
                services.AddSingleton<IJobActivator>(new Activation(type, functions));
#pragma warning disable CS0618 // Not for general use, but the extension asks for it: the host's address for management over HTTP.
                services.AddSingleton<IWebHookProvider>(new WebHooks(site));
#pragma warning restore CS0618
                services.AddSingleton<INameResolver>(new SettingNames(settings));
            });
        var host = builder.Build();
        var durable = new DurableHost(host);
        await host.StartAsync();
        await host.Services.GetRequiredService<IJobHost>().CallAsync("Client__");
        durable.ClientBinding = functions.ClientBinding;
        return durable;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    /// <summary>A class with a method for each function, since WebJobs finds its functions by reflection.</summary>
    private static Type Emit(IEnumerable<Function> functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("WorkerFunctions"), AssemblyBuilderAccess.Run).DefineDynamicModule("WorkerFunctions");
        var type = module.DefineType("WorkerFunctions", TypeAttributes.Public | TypeAttributes.Class, typeof(DurableFunctions.Base));
        foreach (var function in functions)
        {
            switch (function.TriggerType)
            {
                case "orchestrationTrigger":
                    Define(type, function.Name, nameof(DurableFunctions.Base.OrchestrateAsync), (function.TriggerName, typeof(OrchestrationTriggerAttribute)));
                    break;
                case "activityTrigger":
                    Define(type, function.Name, nameof(DurableFunctions.Base.ActAsync), (function.TriggerName, typeof(ActivityTriggerAttribute)), ("instanceId", null));
                    break;
                case "entityTrigger":
                    Define(type, function.Name, nameof(DurableFunctions.Base.OrchestrateAsync), (function.TriggerName, typeof(EntityTriggerAttribute)));
                    break;
            }
        }

        var client = Define(type, "Client__", nameof(DurableFunctions.Base.KeepAsync), ("client", typeof(DurableClientAttribute)));
        client.SetCustomAttribute(new CustomAttributeBuilder(typeof(NoAutomaticTriggerAttribute).GetConstructor([])!, []));
        return type.CreateType();
    }

    private static MethodBuilder Define(TypeBuilder type, string name, string implementation, params (string Name, Type? Attribute)[] parameters)
    {
        var made = typeof(DurableFunctions.Base).GetMethod(implementation)!;
        var method = type.DefineMethod(name, MethodAttributes.Public, made.ReturnType, [.. parameters.Select(_ => typeof(string))]);
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [name]));
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = method.DefineParameter(i + 1, ParameterAttributes.None, parameters[i].Name);
            if (parameters[i].Attribute is { } attribute)
            {
                parameter.SetCustomAttribute(new CustomAttributeBuilder(attribute.GetConstructor([])!, []));
            }
        }

        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldstr, name);
        for (var i = 0; i < parameters.Length; i++)
        {
            il.Emit(OpCodes.Ldarg, i + 1);
        }

        il.Emit(OpCodes.Call, made);
        il.Emit(OpCodes.Ret);
        return method;
    }

    private sealed class Types(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class Activation(Type type, DurableFunctions functions) : IJobActivator
    {
        public T CreateInstance<T>()
        {
            var made = (DurableFunctions.Base)Activator.CreateInstance(type)!;
            made.Functions = functions;
            return (T)(object)made;
        }
    }

#pragma warning disable CS0618
    private sealed class WebHooks(Uri site) : IWebHookProvider
    {
        public Uri GetUrl(IExtensionConfigProvider extension) => new(site, "/runtime/webhooks/durabletask");
    }
#pragma warning restore CS0618

    private sealed class SettingNames(IConfiguration settings) : INameResolver
    {
        // With CONTAINER_NAME the extension takes this machine for a Consumption plan's and writes its event log to the console.
        public string? Resolve(string name) => name == "CONTAINER_NAME" ? null : settings[name.Replace("__", ":")];
    }
}

/// <summary>What the emitted methods do.</summary>
public sealed class DurableFunctions
{
    private readonly Worker _worker;
    private readonly Dictionary<string, Function> _functions;

    internal DurableFunctions(Worker worker)
    {
        _worker = worker;
        _functions = worker.Functions.ToDictionary(function => function.Name);
    }

    internal string ClientBinding { get; private set; } = "";

    private async Task<TypedData?> InvokeAsync(string name, string input, string? instanceId)
    {
        var function = _functions[name];
        var request = new InvocationRequest
        {
            InputData = { new ParameterBinding { Name = function.TriggerName, Data = input is null ? new TypedData() : new TypedData { String = input } } },
        };
        if (instanceId is not null)
        {
            request.TriggerMetadata["instanceId"] = new TypedData { String = instanceId };
        }

        var response = await ToTheEndAsync(function, request);
        return response.Result.Status == StatusResult.Types.Status.Success ? response.ReturnValue : throw new FunctionException(response.Result);
    }

    /// <summary>The extension takes an activity whose worker died for failed, for good; here the next worker gets it, as after a crash of the host.</summary>
    private async Task<InvocationResponse> ToTheEndAsync(Function function, InvocationRequest request)
    {
        while (true)
        {
            try
            {
                return await _worker.InvokeAsync(function, request.Clone(), CancellationToken.None);
            }
            catch (WorkerProcessExitException)
            {
                await Task.Delay(100);
            }
        }
    }

    public abstract class Base
    {
        private static readonly JsonSerializerSettings DatesAsText = new() { DateParseHandling = DateParseHandling.None };

        internal DurableFunctions Functions { get; set; } = null!;

        /// <summary>In and out: protobuf as base64, which the extension and the worker's middleware understand.</summary>
        public async Task<object?> OrchestrateAsync(string name, string request) => (await Functions.InvokeAsync(name, request, instanceId: null))?.String;

        public async Task<object?> ActAsync(string name, string input, string instanceId)
        {
            var result = await Functions.InvokeAsync(name, input, instanceId);
            return result?.DataCase switch
            {
                TypedData.DataOneofCase.Json => JsonConvert.DeserializeObject(result.Json, DatesAsText),
                TypedData.DataOneofCase.String => result.String,
                TypedData.DataOneofCase.Bytes => result.Bytes.ToByteArray(),
                TypedData.DataOneofCase.Int => result.Int,
                TypedData.DataOneofCase.Double => result.Double,
                _ => null,
            };
        }

        public Task KeepAsync(string name, string binding)
        {
            Functions.ClientBinding = binding;
            return Task.CompletedTask;
        }
    }
}
