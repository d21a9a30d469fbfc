namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Which key a request must carry in Azure (header <c>x-functions-key</c> or query <c>code</c>).
/// The emulated host, like Core Tools without <c>--enableAuth</c>, asks for no key at any level.
/// </summary>
public enum AuthorizationLevel
{
    /// <summary>No key.</summary>
    Anonymous = 0,

    /// <summary>A user of the site; not supported by Azure Functions v4.</summary>
    User = 1,

    /// <summary>A key of the function or the host.</summary>
    Function = 2,

    /// <summary>A system key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
