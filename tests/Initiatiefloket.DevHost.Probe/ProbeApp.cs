using Microsoft.Azure.Functions.Worker.Builder;

namespace Initiatiefloket.DevHost.Probe;

/// <summary>The tiny app, put together: what its own process runs, and what a test runs inside itself.</summary>
public static class ProbeApp
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        return builder;
    }
}
