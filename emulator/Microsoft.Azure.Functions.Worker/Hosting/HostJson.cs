using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>What host.json says.</summary>
internal sealed class HostJson(IConfiguration file)
{
    /// <summary>What stands before every route; <c>api</c> unless given.</summary>
    public string RoutePrefix => file["extensions:http:routePrefix"] ?? "api";

    public IConfigurationSection DurableTask => file.GetSection("extensions:durableTask");

    public IConfigurationSection Logging => file.GetSection("logging");

    public static HostJson Read(string contentRoot) => new(new ConfigurationBuilder()
        .AddJsonFile(AppFiles.Find("host.json", contentRoot) ?? Path.Combine(contentRoot, "host.json"), optional: true)
        .Build());
}
