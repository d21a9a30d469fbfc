using Newtonsoft.Json;

namespace Initiatiefloket.DevHost;

/// <summary>The Durable extension's calls of orchestrators and activities. WebJobs looks for public methods, so a class derived from this one has one for each.</summary>
public abstract class DurableFunctions
{
    /// <summary>The method that, called once, tells what a durableClient binding is.</summary>
    internal const string Client = "Client__";

    private static readonly Dictionary<string, (string Implementation, Type Attribute)> Triggers = new()
    {
        ["orchestrationTrigger"] = (nameof(OrchestrateAsync), typeof(OrchestrationTriggerAttribute)),
        ["activityTrigger"] = (nameof(ActAsync), typeof(ActivityTriggerAttribute)),
        ["entityTrigger"] = (nameof(OrchestrateAsync), typeof(EntityTriggerAttribute)),
    };

    private static readonly JsonSerializerSettings DatesAsText = new() { DateParseHandling = DateParseHandling.None };

    private Worker _worker = null!;

    /// <summary>What a durableClient binding hands to the worker.</summary>
    internal string ClientBinding { get; private set; } = "";

    internal static DurableFunctions Of(Worker worker)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("WorkerFunctions"), AssemblyBuilderAccess.Run).DefineDynamicModule("WorkerFunctions");
        var type = module.DefineType("WorkerFunctions", TypeAttributes.Public | TypeAttributes.Class, typeof(DurableFunctions));
        foreach (var function in worker.Functions.Where(function => Triggers.ContainsKey(function.TriggerType)))
        {
            Define(type, function.Name, Triggers[function.TriggerType].Implementation, Triggers[function.TriggerType].Attribute);
        }

        Define(type, Client, nameof(Keep), typeof(DurableClientAttribute)).SetCustomAttribute(Attribute(typeof(NoAutomaticTriggerAttribute)));
        var made = (DurableFunctions)Activator.CreateInstance(type.CreateType())!;
        made._worker = worker;
        return made;
    }

    /// <summary>In and out: protobuf as base64, which the extension and the worker's middleware understand.</summary>
    public async Task<object?> OrchestrateAsync(string name, string request) => (await InvokeAsync(name, request))?.String;

    public async Task<object?> ActAsync(string name, string input, string instanceId) => await InvokeAsync(name, input, instanceId) switch
    {
        { HasJson: true } result => JsonConvert.DeserializeObject(result.Json, DatesAsText),
        { HasString: true } result => result.String,
        { HasBytes: true } result => result.Bytes.ToByteArray(),
        { HasInt: true } result => result.Int,
        { HasDouble: true } result => result.Double,
        _ => null,
    };

    public void Keep(string name, string binding) => ClientBinding = binding;

    /// <summary>A method that calls one of this class with its own name before its arguments, of which the first is what the extension binds to.</summary>
    private static MethodBuilder Define(TypeBuilder type, string name, string implementation, Type attribute)
    {
        var made = typeof(DurableFunctions).GetMethod(implementation)!;
        var arguments = made.GetParameters()[1..];
        var method = type.DefineMethod(name, MethodAttributes.Public, made.ReturnType, [.. arguments.Select(argument => argument.ParameterType)]);
        method.SetCustomAttribute(Attribute(typeof(FunctionNameAttribute), name));
        ParameterBuilder[] parameters = [.. arguments.Select(argument => method.DefineParameter(argument.Position, ParameterAttributes.None, argument.Name))];
        parameters[0].SetCustomAttribute(Attribute(attribute));
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldstr, name);
        Array.ForEach(arguments, argument => il.Emit(OpCodes.Ldarg, (short)argument.Position));
        il.Emit(OpCodes.Call, made);
        il.Emit(OpCodes.Ret);
        return method;
    }

    private static CustomAttributeBuilder Attribute(Type type, params object[] arguments) =>
        new(type.GetConstructor([.. arguments.Select(argument => argument.GetType())])!, arguments);

    /// <summary>The extension takes an activity whose worker died for failed, for good; here the next worker gets it, as after a crash of the host.</summary>
    private async Task<TypedData?> InvokeAsync(string name, string? input, string? instanceId = null)
    {
        while (true)
        {
            try
            {
                var function = _worker.Functions.First(function => function.Name == name);
                var call = function.Call(input is null ? new TypedData() : new TypedData { String = input });
                call.TriggerMetadata.Add(instanceId is null ? [] : new Dictionary<string, TypedData> { ["instanceId"] = new() { String = instanceId } });
                var response = await _worker.InvokeAsync(function, call, CancellationToken.None);
                return response.Result.Status == StatusResult.Types.Status.Success ? response.ReturnValue : throw new FunctionException(response.Result);
            }
            catch (Exception ended) when (ended is WorkerProcessExitException or HostStartException)
            {
                await Task.Delay(100);
            }
        }
    }
}
