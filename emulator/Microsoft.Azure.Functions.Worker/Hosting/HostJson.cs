using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>What host.json says.</summary>
internal sealed class HostJson(IConfiguration file)
{
    /// <summary>What stands before every route; <c>api</c> unless given.</summary>
    public string RoutePrefix => file["extensions:http:routePrefix"] ?? "api";

    public IConfigurationSection DurableTask => file.GetSection("extensions:durableTask");

    /// <summary>What the host takes from any category. Levels of single categories are those of the host, and do not reach the worker.</summary>
    public LogLevel LeastLevel => file.GetValue("logging:logLevel:default", LogLevel.Information);

    public static HostJson Read(string contentRoot) => new(new ConfigurationBuilder()
        .AddJsonFile(AppFiles.Find("host.json", contentRoot) ?? Path.Combine(contentRoot, "host.json"), optional: true)
        .Build());
}
