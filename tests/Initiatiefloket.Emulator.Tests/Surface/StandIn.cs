using System.Reflection;
using System.Runtime.CompilerServices;

namespace Initiatiefloket.Emulator.Tests.Surface;

/// <summary>Reads types and members of a stand-in by reflection.</summary>
internal static class StandIn
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static ApiType Type(Type type)
    {
        var name = CSharpNames.Of(type);
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return new("delegate", $"{CSharpNames.Of(invoke.ReturnType)} {name}({CSharpNames.Parameters(invoke)})", [], true);
        }

        return new(Kind(type), name, [.. Bases(type).Select(CSharpNames.Of)], type.IsSealed);
    }

    /// <summary>The members that callers or heirs see. Overrides are left out, for they add nothing to call.</summary>
    internal static IEnumerable<ApiMember> Members(Type type) => IsDelegate(type)
        ? []
        : type.GetMembers(Declared).Select(Member).OfType<ApiMember>();

    private static ApiMember? Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsSeen(constructor) && !constructor.IsStatic => Method(constructor, $"{CSharpNames.Of(constructor.DeclaringType!)}"),
        MethodInfo method when IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsOverride(method) && method.Name != "<Clone>$" =>
            Method(method, $"{CSharpNames.Of(method.ReturnType)} {Owned(method)}{CSharpNames.Generics(method.GetGenericArguments())}"),
        PropertyInfo property => Property(property),
        FieldInfo field when (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName => Field(field),
        EventInfo declared when IsSeen(declared.AddMethod!) => new($"event {Owned(declared)}", false, [], 0),
        _ => null,
    };

    private static ApiMember Method(MethodBase method, string name) => new(
        $"{Access(method)}{name}({CSharpNames.Parameters(method)}){(method is MethodInfo generic ? CSharpNames.Constraints(generic) : "")}",
        IsOverridable(method),
        [],
        method.GetParameters().Count(parameter => parameter.HasDefaultValue));

    private static ApiMember? Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsSeen).ToList();
        if (accessors.Count == 0 || IsOverride(accessors[0]))
        {
            return null;
        }

        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? Owned(property) : $"{CSharpNames.Of(property.DeclaringType!)}.this[{string.Join(", ", index.Select(CSharpNames.Parameter))}]";
        return new($"{Access(accessors[0])}{CSharpNames.Of(property.PropertyType)} {name}", IsOverridable(accessors[0]), [.. accessors.Select(Accessor)], 0);
    }

    private static ApiMember Field(FieldInfo field) => field.DeclaringType!.IsEnum
        ? new($"{Owned(field)} = {Convert.ToInt64(field.GetRawConstantValue(), null)}", false, [], 0)
        : new($"{(field.IsPublic ? "public " : "protected ")}{(field.IsStatic ? "static " : "")}{CSharpNames.Of(field.FieldType)} {Owned(field)}", false, [], 0);

    private static string Accessor(MethodInfo accessor)
    {
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return accessor.ReturnType != typeof(void) ? "get" : isInit ? "init" : "set";
    }

    private static string Owned(MemberInfo member) => $"{CSharpNames.Of(member.DeclaringType!)}.{member.Name}";

    private static string Access(MethodBase method) => (method.IsPublic ? "public " : "protected ") + (method.IsStatic ? "static " : "");

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOverridable(MethodBase method) => method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType!.IsInterface;

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => type.GetMethod("<Clone>$") is null ? "class" : "record",
    };

    // Only what the type names itself: neither what comes with a base class nor with another interface.
    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.IsEnum)
        {
            yield break;
        }

        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            yield return parent;
        }

        var all = type.GetInterfaces();
        var implied = all.SelectMany(one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        foreach (var one in all.Where(one => one.IsVisible && !implied.Contains(one)))
        {
            yield return one;
        }
    }
}
