using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Azure.Data.Tables.Wire;

/// <summary>Shapes the JSON contract of a typed entity after the Table service's OData: its names, and an
/// <c>@odata.type</c> beside each value that JSON alone does not type.</summary>
internal static class EntityContract
{
    internal const string TypeSuffix = "@odata.type";

    private static readonly Dictionary<Type, string?> EdmTypes = new()
    {
        [typeof(string)] = null,
        [typeof(int)] = null,
        [typeof(bool)] = null,
        [typeof(long)] = "Edm.Int64",
        [typeof(double)] = "Edm.Double",
        [typeof(Guid)] = "Edm.Guid",
        [typeof(DateTime)] = "Edm.DateTime",
        [typeof(DateTimeOffset)] = "Edm.DateTime",
        [typeof(byte[])] = "Edm.Binary",
        [typeof(BinaryData)] = "Edm.Binary",
    };

    internal static string? EdmTypeOf(Type type) => EdmTypes.TryGetValue(type, out var edm)
        ? edm
        : throw new NotSupportedException($"Azure Tables has no type for {type}.");

    internal static void Apply(JsonTypeInfo contract)
    {
        if (contract.Kind != JsonTypeInfoKind.Object || !contract.Type.IsAssignableTo(typeof(ITableEntity)))
        {
            return;
        }

        contract.CreateObject ??= () => Activator.CreateInstance(contract.Type)!;
        var properties = contract.Properties.ToArray();
        contract.Properties.Clear();
        foreach (var property in properties)
        {
            if (property.AttributeProvider is MemberInfo member && !member.IsDefined(typeof(IgnoreDataMemberAttribute), inherit: true))
            {
                Add(contract, property, member);
            }
        }
    }

    private static void Add(JsonTypeInfo contract, JsonPropertyInfo property, MemberInfo member)
    {
        property.Name = member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;
        property.IsRequired = false;
        if (property.Set is null && member is PropertyInfo { SetMethod: { } setter })
        {
            property.Set = (entity, value) => setter.Invoke(entity, [value]);
        }

        contract.Properties.Add(property);
        if (property.Name is nameof(ITableEntity.Timestamp) or nameof(ITableEntity.ETag))
        {
            // Filled by the service, never sent.
            property.Get = null;
            property.Name = property.Name == nameof(ITableEntity.ETag) ? TableEntity.ETagKey : property.Name;
            return;
        }

        Annotate(contract, property);
    }

    private static void Annotate(JsonTypeInfo contract, JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum || EdmTypeOf(type) is not { } edm)
        {
            return;
        }

        if (type == typeof(long))
        {
            property.NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString;
        }

        var annotation = contract.CreateJsonPropertyInfo(typeof(string), property.Name + TypeSuffix);
        annotation.Get = _ => edm;
        if (!property.PropertyType.IsValueType || type != property.PropertyType)
        {
            annotation.ShouldSerialize = (entity, _) => property.Get?.Invoke(entity) is not null;
        }

        contract.Properties.Add(annotation);
    }
}
