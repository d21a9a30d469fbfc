using System.Text.RegularExpressions;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Benchmarks;

/// <summary>A kind of storage transaction, as the bill counts them.</summary>
/// <param name="Area">Whose.</param>
/// <param name="Service">"table", "blob" or "queue".</param>
/// <param name="Verb">What it does.</param>
/// <param name="Name">Of the table, queue or container.</param>
/// <param name="IsIdle">Whether it would also be made if nobody used the site: looks at empty queues, leases, sweeps.</param>
internal sealed partial record StorageCall(Area Area, string Service, string Verb, string Name, bool IsIdle)
{
    /// <summary>What a request is.</summary>
    /// <param name="service">"table", "blob" or "queue".</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="body">The body of a table's batch; else empty.</param>
    /// <param name="foundNothing">Whether the answer holds no message of a queue.</param>
    public static StorageCall Of(string service, string method, string target, string body, bool foundNothing) => service switch
    {
        "table" => Table(method, target, body),
        "queue" => Queue(method, target, foundNothing),
        _ => Blob(method, target),
    };

    private static StorageCall Table(string method, string target, string body)
    {
        var isBatch = target.EndsWith("$batch", StringComparison.Ordinal);
        var path = isBatch ? BatchedName().Match(body) : NameInPath().Match(target);
        var name = path.Groups[1].Value;
        var verb = (isBatch, method, path.Groups[2].Value) switch
        {
            (true, _, _) => "batch",
            (_, "GET", "" or "()") => "query",
            (_, "GET", _) => "read",
            (_, "POST", _) => "insert",
            (_, "DELETE", _) => "delete",
            _ => "update",
        };
        var area = TableNames.All.Contains(name) ? Area.App : Area.Hub;

        // The sweep of signals asks for all that are overdue; pages and workflows know the key of theirs.
        var isIdle = name.EndsWith("Partitions", StringComparison.Ordinal) || (name == TableNames.Signals && verb == "query");
        return new(area, "table", verb, name, isIdle);
    }

    private static StorageCall Queue(string method, string target, bool foundNothing)
    {
        var name = target.Split('/', '?')[2];
        return (method, target.Contains("/messages", StringComparison.Ordinal)) switch
        {
            ("GET", true) => new(Area.Hub, "queue", foundNothing ? "get nothing" : "get", name, foundNothing),
            ("POST", true) => new(Area.Hub, "queue", "put", name, IsIdle: false),
            ("DELETE", true) => new(Area.Hub, "queue", "delete", name, IsIdle: false),
            ("PUT", true) => new(Area.Hub, "queue", "update", name, IsIdle: false),
            _ => new(Area.Hub, "queue", "properties", name, IsIdle: true),
        };
    }

    private static StorageCall Blob(string method, string target)
    {
        var name = target.Split('/', '?')[2];
        var area = ContainerNames.All.Contains(name) ? Area.App : Area.Hub;
        var isLease = target.Contains("comp=lease", StringComparison.Ordinal) || name.Contains("lease", StringComparison.Ordinal);
        var verb = isLease ? "lease" : method switch { "GET" => "read", "HEAD" => "properties", "DELETE" => "delete", _ => "write" };
        return new(area, "blob", verb, name, isLease);
    }

    [GeneratedRegex(@"^/[^/]+/([A-Za-z0-9]+)(\([^?]*\))?")]
    private static partial Regex NameInPath();

    [GeneratedRegex(@"^[A-Z]+ https?://[^/]+/[^/]+/([A-Za-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex BatchedName();
}

/// <summary>Whose storage it is.</summary>
internal enum Area
{
    /// <summary>The app's own tables and blobs.</summary>
    App,

    /// <summary>The Durable extension's task hub.</summary>
    Hub,
}
