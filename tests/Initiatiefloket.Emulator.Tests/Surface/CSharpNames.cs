using System.Reflection;
using System.Runtime.CompilerServices;

namespace Initiatiefloket.Emulator.Tests.Surface;

/// <summary>Types and parameters in the notation of the listing: full names, C# keywords, nested types behind a point.</summary>
internal static class CSharpNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    internal static bool IsValueKeyword(string name) => Keywords.Any(pair => pair.Value == name && pair.Key.IsValueType);

    internal static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        return type switch
        {
            { IsByRef: true } => Of(type.GetElementType()!),
            { IsArray: true } => Of(type.GetElementType()!) + "[]",
            { IsGenericParameter: true } => type.Name,
            _ => Keywords.TryGetValue(type, out var keyword) ? keyword : Named(type, type.GetGenericArguments()),
        };
    }

    internal static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return string.Join(", ", method.GetParameters().Select(parameter => (isExtension && parameter.Position == 0 ? "this " : "") + Parameter(parameter)));
    }

    internal static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ => parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "",
        };
        return $"{prefix}{Of(parameter.ParameterType)} {parameter.Name}";
    }

    internal static string Generics(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";

    internal static string Constraints(MethodInfo method) => string.Concat(method.GetGenericArguments().Select(Constraint));

    // A nested type repeats its declaring type's generic arguments in front of its own.
    private static string Named(Type type, Type[] arguments)
    {
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var parent = type.DeclaringType is { } declaring ? Named(declaring, arguments[..inherited]) : type.Namespace;
        return $"{parent}.{type.Name.Split('`')[0]}{Generics(arguments[inherited..])}";
    }

    private static string Constraint(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        string[] parts =
        [
            .. attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. isStruct ? ["struct"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Of),
            .. attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct ? ["new()"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", parts)}";
    }
}
