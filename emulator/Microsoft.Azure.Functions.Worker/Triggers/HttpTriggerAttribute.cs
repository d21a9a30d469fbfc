using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function for an HTTP request.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, with a function key.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function, [])
    {
    }

    /// <summary>The given methods, with a function key.</summary>
    /// <param name="methods">HTTP methods, compared without case; none means every method.</param>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>Any method, with the given level.</summary>
    /// <param name="authLevel">Which key the request needs in Azure.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
        : this(authLevel, [])
    {
    }

    /// <summary>The given methods and level.</summary>
    /// <param name="authLevel">Which key the request needs in Azure.</param>
    /// <param name="methods">HTTP methods, compared without case; none means every method.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>Which key the request needs in Azure.</summary>
    public AuthorizationLevel AuthLevel { get; }

    /// <summary>HTTP methods; null or empty means every method.</summary>
    public string[]? Methods { get; }

    /// <summary>
    /// ASP.NET Core route template below <c>routePrefix</c> of host.json, e.g. <c>initiatief/{id}</c>;
    /// without it the function's name.
    /// </summary>
    public string? Route { get; set; }
}
