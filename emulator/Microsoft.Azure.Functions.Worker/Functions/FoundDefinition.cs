using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Functions;

/// <summary>What a context tells about its function.</summary>
internal sealed class FoundDefinition(Function function) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
    [
        .. function.Parameters.Select(parameter => new FunctionParameter(
            parameter.Name!, parameter.ParameterType, parameter.HasDefaultValue, parameter.HasDefaultValue ? parameter.DefaultValue : null)),
    ];

    public override string PathToAssembly { get; } = function.Method.Module.FullyQualifiedName;

    public override string EntryPoint { get; } = function.MethodName;

    public override string Id { get; } = function.Name;

    public override string Name { get; } = function.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = function.Parameters
        .Where(parameter => parameter.GetCustomAttribute<BindingAttribute>() is not null)
        .ToImmutableDictionary(parameter => parameter.Name!, parameter => (BindingMetadata)new InputBinding(parameter));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class InputBinding(ParameterInfo parameter) : BindingMetadata
    {
        public override string Name { get; } = parameter.Name!;

        /// <summary>As in function.json: <c>httpTrigger</c> for <see cref="HttpTriggerAttribute"/>.</summary>
        public override string Type { get; } = TypeOf(parameter.GetCustomAttribute<BindingAttribute>()!.GetType().Name);

        public override BindingDirection Direction => BindingDirection.In;

        private static string TypeOf(string attribute) =>
            char.ToLowerInvariant(attribute[0]) + attribute[1..^nameof(Attribute).Length];
    }
}
