using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.DevHost.Probe;

/// <summary>The tiny app, put together: what its own process runs, and what a test runs inside itself.</summary>
public static class ProbeApp
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();

        // The first process on a machine makes the framework's keys, and warns that nothing encrypts them. This app protects nothing with them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return builder;
    }
}
