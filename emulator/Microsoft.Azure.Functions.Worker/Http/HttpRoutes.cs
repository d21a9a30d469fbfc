using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>
/// The routes of the HTTP functions. As in the real host the functions are tried in the order of their names, whatever
/// their templates, and a method that no function takes is a 404 (WebScriptHostHttpRoutesManager and WebJobsRouter in
/// Azure/azure-functions-host and -webjobs-sdk-extensions).
/// </summary>
internal sealed class HttpRoutes : EndpointDataSource
{
    private static readonly string[] Reserved = ["admin", "runtime", "dev/mail", "dev/sendgrid"];

    private readonly List<HttpRoute> _routes = [];
    private readonly List<Endpoint> _endpoints = [];

    public HttpRoutes(IEnumerable<Function> functions, string routePrefix, ICollection<string> problems)
    {
        foreach (var function in functions.Where(function => function.Trigger is HttpTriggerAttribute))
        {
            Add(function, routePrefix, problems);
        }
    }

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints;

    /// <summary>Handles a request for a function; set before the host starts.</summary>
    public Func<HttpContext, Function, Task> Handler { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The names of the parameters in a function's route.</summary>
    public IReadOnlyCollection<string> ParametersOf(Function function) =>
        [.. _routes.Where(route => route.Function == function).SelectMany(route => route.Pattern.Parameters).Select(parameter => parameter.Name)];

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    private void Add(Function function, string routePrefix, ICollection<string> problems)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var methods = trigger.Methods is { Length: > 0 } given ? given : null;
        HttpRoute route;
        try
        {
            route = HttpRoute.Parse(function, $"{routePrefix}/{trigger.Route ?? function.Name}", methods);
        }
        catch (RoutePatternException invalid)
        {
            problems.Add($"Function '{function.Name}' has a route that cannot be read: {invalid.Message}");
            return;
        }

        if (trigger.Route is "" or "/")
        {
            problems.Add($"Function '{function.Name}' has the route '{trigger.Route}', which Azure does not serve; for the root write '{{root:maxlength(0)?}}'.");
        }

        if (Reserved.FirstOrDefault(route.StartsWith) is { } reserved)
        {
            problems.Add($"Function '{function.Name}' has a route under '{reserved}', which the host keeps for itself.");
        }

        foreach (var other in _routes.Where(route.ClashesWith))
        {
            problems.Add($"Functions '{other.Function.Name}' and '{function.Name}' have the same route: {route.Shown}.");
        }

        _routes.Add(route);

        // Order outranks precedence in endpoint routing: the first function by name wins.
        _endpoints.Add(new RouteEndpointBuilder(http => Handler(http, function), route.Pattern, order: _routes.Count)
        {
            DisplayName = function.Name,
        }.Build());
    }
}
