using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Settings of the app as <c>func start</c> would give them.</summary>
internal static class HostSettings
{
    private const string DefaultAddress = "http://localhost:7071";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var given = new ConfigurationBuilder().AddEnvironmentVariables("AZURE_FUNCTIONS_").AddCommandLine(args).Build();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = given[HostDefaults.ApplicationKey] ?? Assembly.GetEntryAssembly()?.GetName().Name,
            ContentRootPath = Path.GetFullPath(given[HostDefaults.ContentRootKey] ?? AppContext.BaseDirectory),
            EnvironmentName = given[HostDefaults.EnvironmentKey] ?? Environments.Development,
        });
        builder.Configuration
            .AddJsonFile(Path.Combine(builder.Environment.ContentRootPath, "appsettings.json"), optional: true)
            .AddInMemoryCollection(LocalSettings(builder.Environment.ContentRootPath))
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(args);
        return builder;
    }

    /// <summary>Where to listen: <c>urls</c>, else <c>port</c>, else port 7071, always on this machine only.</summary>
    public static string[] Addresses(IConfiguration settings, ICollection<string> problems)
    {
        var addresses = settings["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ?? [settings["port"] is { } port ? $"http://localhost:{port}" : DefaultAddress];
        foreach (var address in addresses.Where(address => !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback)))
        {
            problems.Add($"The emulated host listens on this machine only: use http://localhost:<port> instead of '{address}'.");
        }

        return addresses;
    }

    /// <summary>The <c>Values</c> of local.settings.json, or of its sample on a fresh clone; <c>__</c> separates sections.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> LocalSettings(string contentRoot)
    {
        var file = AppFiles.Find("local.settings.json", contentRoot) ?? AppFiles.Find("local.settings.sample.json", contentRoot);
        return file is null
            ? []
            : new ConfigurationBuilder().AddJsonFile(file).Build().GetSection("Values").AsEnumerable(makePathsRelative: true)
                .Where(value => value.Value is not null)
                .Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value));
    }
}
