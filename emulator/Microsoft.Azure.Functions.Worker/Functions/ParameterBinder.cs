using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Functions;

/// <summary>Fills the parameters of a function.</summary>
internal static class ParameterBinder
{
    private static readonly Type[] ReadFromText =
    [
        typeof(string), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(bool), typeof(byte), typeof(short),
        typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal),
    ];

    /// <summary>Tells why a parameter can never be filled; null when it can.</summary>
    /// <param name="function">The function.</param>
    /// <param name="parameter">One of its parameters.</param>
    /// <param name="bindingData">Names that its trigger offers beside the trigger's own value.</param>
    public static string? ProblemOf(Function function, ParameterInfo parameter, IReadOnlyCollection<string> bindingData)
    {
        var type = parameter.ParameterType;
        if (parameter == function.TriggerParameter)
        {
            var expected = function.Trigger switch
            {
                HttpTriggerAttribute => typeof(HttpRequest),
                TimerTriggerAttribute => typeof(TimerInfo),
                OrchestrationTriggerAttribute => typeof(TaskOrchestrationContext),
                _ => type,
            };
            return type == expected ? null : $"a {function.Trigger.GetType().Name} needs a parameter of type {expected.Name}";
        }

        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        {
            return type == typeof(DurableTaskClient) ? null : "a [DurableClient] is a DurableTaskClient";
        }

        var canBind = type == typeof(FunctionContext) || type == typeof(CancellationToken) || parameter.HasDefaultValue
            || (type == typeof(HttpRequest) && function.Trigger is HttpTriggerAttribute)
            || (bindingData.Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase) && ReadFromText.Contains(Bare(type)))
            || (parameter == function.InputParameter && type is { IsAbstract: false } && Bare(type) == type);
        return canBind ? null
            : parameter == function.InputParameter ? $"the input of an orchestration is bound by its exact type, and none is exactly a {type.Name}"
            : $"nothing can fill a parameter of type {type.Name} with this name";
    }

    /// <summary>Fills the parameters for one invocation.</summary>
    /// <exception cref="FunctionInputConverterException">A value cannot be read as the parameter's type.</exception>
    public static object?[] Bind(Function function, Invocation invocation) =>
        Array.ConvertAll(function.Parameters, parameter => Bind(function, parameter, invocation));

    private static object? Bind(Function function, ParameterInfo parameter, Invocation invocation)
    {
        if (parameter == function.TriggerParameter)
        {
            return invocation.TriggerValue;
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return invocation;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return invocation.CancellationToken;
        }

        if (parameter.ParameterType == typeof(HttpRequest))
        {
            return invocation.GetHttpContext()?.Request;
        }

        if (parameter.ParameterType == typeof(DurableTaskClient))
        {
            return invocation.InstanceServices.GetRequiredService<IDurableTaskClientProvider>().GetClient(DurableFunctions.ClientName);
        }

        return parameter == function.InputParameter && invocation.OrchestrationInput is { } input
            ? input
            : FromBindingData(function, parameter, invocation);
    }

    private static object? FromBindingData(Function function, ParameterInfo parameter, Invocation invocation)
    {
        if (invocation.BindingContext.BindingData.GetValueOrDefault(parameter.Name!) is string text)
        {
            return Read(text, Bare(parameter.ParameterType)) ?? throw new FunctionInputConverterException(
                $"Error converting 1 input parameters for Function '{function.Name}': "
                + $"Cannot convert input parameter '{parameter.Name}' to type '{parameter.ParameterType}'.");
        }

        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }

        return !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            ? null
            : throw new FunctionInputConverterException(
                $"Could not populate the value for '{parameter.Name}' parameter of Function '{function.Name}'.");
    }

    private static object? Read(string text, Type type)
    {
        if (type == typeof(string))
        {
            return text;
        }

        try
        {
            // The real worker has converters for these three and reads everything else as JSON.
            return type == typeof(Guid) ? Guid.Parse(text)
                : type == typeof(DateTime) ? DateTime.Parse(text)
                : type == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text)
                : JsonSerializer.Deserialize(text, type);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return null;
        }
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
