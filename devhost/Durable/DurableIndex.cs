using System.Reflection;
using System.Reflection.Emit;

namespace Initiatiefloket.DevHost;

/// <summary>Makes a class with a method for each durable function, since WebJobs finds its functions by reflection.</summary>
internal static class DurableIndex
{
    /// <summary>The method that, called once, tells what a durableClient binding is.</summary>
    public const string Client = "Client__";

    private static readonly Dictionary<string, (string Implementation, Type Attribute)> Triggers = new()
    {
        ["orchestrationTrigger"] = (nameof(DurableFunctions.Base.OrchestrateAsync), typeof(OrchestrationTriggerAttribute)),
        ["activityTrigger"] = (nameof(DurableFunctions.Base.ActAsync), typeof(ActivityTriggerAttribute)),
        ["entityTrigger"] = (nameof(DurableFunctions.Base.OrchestrateAsync), typeof(EntityTriggerAttribute)),
    };

    public static Type TypeOf(IEnumerable<Function> functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("WorkerFunctions"), AssemblyBuilderAccess.Run).DefineDynamicModule("WorkerFunctions");
        var type = module.DefineType("WorkerFunctions", TypeAttributes.Public | TypeAttributes.Class, typeof(DurableFunctions.Base));
        foreach (var function in functions.Where(function => Triggers.ContainsKey(function.TriggerType)))
        {
            var (implementation, attribute) = Triggers[function.TriggerType];
            (string, Type?)[] instanceId = function.TriggerType == "activityTrigger" ? [("instanceId", null)] : [];
            Define(type, function.Name, implementation, [(function.TriggerName, attribute), .. instanceId]);
        }

        var client = Define(type, Client, nameof(DurableFunctions.Base.KeepAsync), ("client", typeof(DurableClientAttribute)));
        client.SetCustomAttribute(new CustomAttributeBuilder(typeof(NoAutomaticTriggerAttribute).GetConstructor([])!, []));
        return type.CreateType();
    }

    /// <summary>A method that calls one of the base class with its own name before its arguments.</summary>
    private static MethodBuilder Define(TypeBuilder type, string name, string implementation, params (string Name, Type? Attribute)[] parameters)
    {
        var made = typeof(DurableFunctions.Base).GetMethod(implementation)!;
        var method = type.DefineMethod(name, MethodAttributes.Public, made.ReturnType, [.. parameters.Select(_ => typeof(string))]);
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [name]));
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldstr, name);
        foreach (var (number, (parameterName, attribute)) in parameters.Index())
        {
            var parameter = method.DefineParameter(number + 1, ParameterAttributes.None, parameterName);
            if (attribute is not null)
            {
                parameter.SetCustomAttribute(new CustomAttributeBuilder(attribute.GetConstructor([])!, []));
            }

            il.Emit(OpCodes.Ldarg, number + 1);
        }

        il.Emit(OpCodes.Call, made);
        il.Emit(OpCodes.Ret);
        return method;
    }
}
