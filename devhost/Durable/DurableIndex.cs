namespace Initiatiefloket.DevHost;

/// <summary>Makes a class with a method for each durable function, since WebJobs finds its functions by reflection.</summary>
internal static class DurableIndex
{
    /// <summary>The method that, called once, tells what a durableClient binding is.</summary>
    public const string Client = "Client__";

    private static readonly Dictionary<string, (string Implementation, Type Attribute)> Triggers = new()
    {
        ["orchestrationTrigger"] = (nameof(DurableFunctions.OrchestrateAsync), typeof(OrchestrationTriggerAttribute)),
        ["activityTrigger"] = (nameof(DurableFunctions.ActAsync), typeof(ActivityTriggerAttribute)),
        ["entityTrigger"] = (nameof(DurableFunctions.OrchestrateAsync), typeof(EntityTriggerAttribute)),
    };

    public static Type TypeOf(IEnumerable<Function> functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("WorkerFunctions"), AssemblyBuilderAccess.Run).DefineDynamicModule("WorkerFunctions");
        var type = module.DefineType("WorkerFunctions", TypeAttributes.Public | TypeAttributes.Class, typeof(DurableFunctions));
        foreach (var function in functions.Where(function => Triggers.ContainsKey(function.TriggerType)))
        {
            var (implementation, attribute) = Triggers[function.TriggerType];
            Define(type, function.Name, implementation, function.TriggerName, attribute);
        }

        Define(type, Client, nameof(DurableFunctions.Keep), "client", typeof(DurableClientAttribute)).SetCustomAttribute(Attribute(typeof(NoAutomaticTriggerAttribute)));
        return type.CreateType();
    }

    /// <summary>A method that calls one of the base class with its own name before its arguments, of which the first is what the extension binds to.</summary>
    private static MethodBuilder Define(TypeBuilder type, string name, string implementation, string bound, Type attribute)
    {
        var made = typeof(DurableFunctions).GetMethod(implementation)!;
        var arguments = made.GetParameters()[1..];
        var method = type.DefineMethod(name, MethodAttributes.Public, made.ReturnType, [.. arguments.Select(argument => argument.ParameterType)]);
        method.SetCustomAttribute(Attribute(typeof(FunctionNameAttribute), name));
        method.DefineParameter(1, ParameterAttributes.None, bound).SetCustomAttribute(Attribute(attribute));
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldstr, name);
        il.Emit(OpCodes.Ldarg_1);
        foreach (var further in arguments[1..])
        {
            method.DefineParameter(further.Position, ParameterAttributes.None, further.Name);
            il.Emit(OpCodes.Ldarg, further.Position);
        }

        il.Emit(OpCodes.Call, made);
        il.Emit(OpCodes.Ret);
        return method;
    }

    private static CustomAttributeBuilder Attribute(Type type, params object[] arguments) =>
        new(type.GetConstructor([.. arguments.Select(argument => argument.GetType())])!, arguments);
}
