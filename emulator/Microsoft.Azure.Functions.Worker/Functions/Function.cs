using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Functions;

/// <summary>A function as it stands in the app's assembly.</summary>
internal sealed record Function(string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public ParameterInfo[] Parameters { get; } = Method.GetParameters();

    /// <summary>The parameter that takes an orchestration's input: the first that nothing else fills.</summary>
    public ParameterInfo? InputParameter => Trigger is not OrchestrationTriggerAttribute
        ? null
        : Parameters.FirstOrDefault(parameter => parameter.GetCustomAttribute<BindingAttribute>() is null
            && parameter.ParameterType != typeof(FunctionContext) && parameter.ParameterType != typeof(CancellationToken));

    public FunctionDefinition Definition => field ??= new FoundDefinition(this);

    public string MethodName => $"{Method.DeclaringType!.FullName}.{Method.Name}";
}
