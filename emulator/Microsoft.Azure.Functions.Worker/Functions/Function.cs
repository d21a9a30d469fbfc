using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Functions;

/// <summary>A function as it stands in the app's assembly.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">What runs.</param>
/// <param name="Parameters">
/// Its parameters, read from the method once: hosts that start at the same time and read them first may each get objects of their own, which are not equal.
/// </param>
/// <param name="TriggerParameter">The one of these that carries the trigger.</param>
/// <param name="Trigger">What starts it.</param>
internal sealed record Function(
    string Name, MethodInfo Method, ParameterInfo[] Parameters, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    /// <summary>The parameter that takes an orchestration's input: the first that nothing else fills.</summary>
    public ParameterInfo? InputParameter => Trigger is not OrchestrationTriggerAttribute
        ? null
        : Parameters.FirstOrDefault(parameter => parameter.GetCustomAttribute<BindingAttribute>() is null
            && parameter.ParameterType != typeof(FunctionContext) && parameter.ParameterType != typeof(CancellationToken));

    public FunctionDefinition Definition => field ??= new FoundDefinition(this);

    public string MethodName => $"{Method.DeclaringType!.FullName}.{Method.Name}";
}
