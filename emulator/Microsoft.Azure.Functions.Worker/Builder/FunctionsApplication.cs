namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app begins.</summary>
public class FunctionsApplication
{
    /// <summary>
    /// Creates a builder for a functions app. The emulated host reads, lowest first: appsettings.json, local.settings.json
    /// (or its sample), environment variables and the command line (<c>--urls</c>, <c>--port</c>, <c>--applicationName</c>, <c>--contentRoot</c>).
    /// </summary>
    /// <param name="args">The command line.</param>
    /// <returns>The builder.</returns>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
