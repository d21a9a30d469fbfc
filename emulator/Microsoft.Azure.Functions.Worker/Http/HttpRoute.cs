using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Functions;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>The route of one HTTP function.</summary>
internal sealed record HttpRoute(Function Function, RoutePattern Pattern, string[]? Methods)
{
    /// <summary>The route as a person would write it.</summary>
    public string Shown => $"{string.Join(',', Methods ?? ["any method"])} /{Pattern.RawText?.TrimStart('/')}";

    /// <summary>Reads a route; throws RoutePatternException when the template cannot be read.</summary>
    public static HttpRoute Parse(Function function, string template, string[]? methods) => new(
        function,
        RoutePatternFactory.Parse(
            template,
            defaults: null,
            parameterPolicies: methods is null ? null : new RouteValueDictionary { ["httpMethod"] = new HttpMethodRouteConstraint(methods) }),
        methods);

    public bool StartsWith(string path) =>
        $"{Shape()}/".StartsWith($"{path}/", StringComparison.OrdinalIgnoreCase);

    public bool ClashesWith(HttpRoute other) =>
        string.Equals(Shape(), other.Shape(), StringComparison.OrdinalIgnoreCase)
        && (Methods is null || other.Methods is null || Methods.Intersect(other.Methods, StringComparer.OrdinalIgnoreCase).Any());

    /// <summary>The template without the names of its parameters.</summary>
    private string Shape() => string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(ShapeOf))));

    private string ShapeOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter =>
            $"{{{parameter.ParameterKind}:{string.Join(':', Pattern.ParameterPolicies.GetValueOrDefault(parameter.Name, []).Select(policy => policy.Content))}}}",
        _ => "",
    };
}
