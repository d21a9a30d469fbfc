using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Filters;

/// <summary>Translates a lambda of comparisons into an OData filter.</summary>
internal static class FilterExpression
{
    internal static string Translate(LambdaExpression filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Condition(filter.Body);
    }

    private static string Condition(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both => $"({Condition(both.Left)}) and ({Condition(both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either => $"({Condition(either.Left)}) or ({Condition(either.Right)})",
        BinaryExpression comparison => Comparison(comparison),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
        UnaryExpression { NodeType: ExpressionType.Convert } cast => Condition(cast.Operand),
        MethodCallExpression { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right] } => Compare(left, "eq", right),
        MethodCallExpression { Method: { Name: nameof(Equals), IsStatic: true }, Arguments: [var left, var right] } => Compare(left, "eq", right),
        _ when Column(expression) is { } flag => $"{flag.Name} eq true",
        _ => throw Unknown(expression),
    };

    private static string Comparison(BinaryExpression comparison)
    {
        var verb = Verb(comparison);

        // C# orders texts by string.Compare(row.Name, "x") < 0 or row.Name.CompareTo("x") < 0; the service has one order only.
        return comparison.Left switch
        {
            MethodCallExpression { Method.Name: nameof(string.Compare), Arguments: [var left, var right] } when Value(comparison.Right) is 0 => Compare(left, verb, right),
            MethodCallExpression { Method.Name: nameof(string.CompareTo), Object: { } left, Arguments: [var right] } when Value(comparison.Right) is 0 => Compare(left, verb, right),
            _ => Compare(comparison.Left, verb, comparison.Right),
        };
    }

    private static string Compare(Expression left, string verb, Expression right) => (Column(left), Column(right)) switch
    {
        ({ } column, null) => $"{column.Name} {verb} {Literal(column.Type, right)}",
        (null, { } column) => $"{column.Name} {Mirrored(verb)} {Literal(column.Type, left)}",
        _ => throw Unknown($"{left} {verb} {right}"),
    };

    private static string Verb(BinaryExpression comparison) => comparison.NodeType switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        _ => throw Unknown(comparison),
    };

    private static string Mirrored(string verb) => verb switch { "lt" => "gt", "le" => "ge", "gt" => "lt", "ge" => "le", _ => verb };

    // A property of the row: row.Name, row.Count.Value, row["Name"], row.GetString("Name"), or a cast of one of these.
    private static (string Name, Type Type)? Column(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } cast => Column(cast.Operand),
        MemberExpression { Member.Name: "Value", Expression: { } inner } when Nullable.GetUnderlyingType(inner.Type) is not null => Column(inner),
        MemberExpression { Expression: ParameterExpression } member => (NameOf(member.Member), Nullable.GetUnderlyingType(member.Type) ?? member.Type),
        MethodCallExpression { Object: ParameterExpression, Arguments: [var key] } call => ((string)Value(key)!, call.Type),
        _ => null,
    };

    private static string NameOf(MemberInfo member) => member.DeclaringType == typeof(TableItem)
        ? "TableName"
        : member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;

    // The compiler compares enums as numbers; they are stored by name.
    private static string Literal(Type column, Expression expression) => Value(expression) is { } value && column.IsEnum
        ? FilterText.Literal(Enum.ToObject(column, value).ToString())
        : FilterText.Literal(Value(expression));

    private static object? Value(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: ConstantExpression { Value: { } closure } } => field.GetValue(closure),
        _ => Expression.Lambda(expression).Compile(preferInterpretation: true).DynamicInvoke(),
    };

    private static NotSupportedException Unknown(object expression) => new($"The Table service cannot filter by: {expression}");
}
