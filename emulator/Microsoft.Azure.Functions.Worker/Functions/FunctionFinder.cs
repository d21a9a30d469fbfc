using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Functions;

/// <summary>Finds the functions of classes, in the order of the real host: by name.</summary>
internal static partial class FunctionFinder
{
    /// <summary>Finds what can run; what cannot is told in <paramref name="problems"/>.</summary>
    public static IReadOnlyList<Function> Find(IEnumerable<Type> types, ICollection<string> problems)
    {
        const BindingFlags everything = BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var functions = types
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetMethods(everything))
            .Select(method => Read(method, problems))
            .OfType<Function>()
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var same in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            problems.Add($"Function '{same.Key}' exists more than once: {string.Join(" and ", same.Select(function => function.MethodName))}.");
        }

        return functions;
    }

    private static Function? Read(MethodInfo method, ICollection<string> problems)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute)
        {
            return null;
        }

        var parameters = method.GetParameters();
        var triggers = parameters
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.Trigger is not null)
            .ToList();
        var problem = attribute.Name switch
        {
            null => "has no name",
            _ when !FunctionName().IsMatch(attribute.Name) =>
                "has a name that Azure refuses: a letter, then up to 127 letters, digits, '_' or '-', and not 'host'",
            _ when !method.IsPublic => "must be a public method",
            _ when triggers.Count == 0 => "has no trigger: one parameter must carry a trigger attribute",
            _ when triggers.Count > 1 => $"has more than one trigger: {string.Join(", ", triggers.Select(found => found.Parameter.Name))}",
            _ => null,
        };
        if (problem is null)
        {
            return new Function(attribute.Name!, method, parameters, triggers[0].Parameter, triggers[0].Trigger!);
        }

        problems.Add($"Function '{attribute.Name}' ({method.DeclaringType!.FullName}.{method.Name}) {problem}.");
        return null;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_\-]{0,127}$(?<!^host$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FunctionName();
}
