namespace Initiatiefloket.DevHost;

/// <summary>What the console shows: warnings and errors, of them what host.json lets through; all of that with --verbose.</summary>
internal static class HostLog
{
    public static void Configure(ILoggingBuilder logging, HostSettings settings)
    {
        // Storage warns of whatever is there already, and the forwarder of what HttpFront says.
        var least = settings.IsVerbose ? LogLevel.Information : LogLevel.Warning;
        logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter(null, least).AddFilter("Azure.Core", settings.IsVerbose ? least : LogLevel.Error)
            .AddFilter("Yarp", settings.IsVerbose ? least : LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // what it says of a start that fails is said in one line
        foreach (var level in settings.HostJson.GetSection("logging:logLevel").GetChildren())
        {
            var given = Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out var known) ? known : throw new HostStartException($"host.json: '{level.Value}' is no log level.");
            var category = level.Key.Equals("default", StringComparison.OrdinalIgnoreCase) ? null : level.Key;
            logging.AddFilter(category, settings.IsVerbose || given > LogLevel.Warning ? given : LogLevel.Warning);
        }
    }
}
