using System.Data.Common;
using System.Diagnostics;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Initiatiefloket.Platform;

/// <summary>
/// Traces of a request or a step through to storage and mail, the app's metrics and its log lines, to a collector (OTLP) or to Azure Monitor. Without a setting that names
/// one there is no telemetry.
/// </summary>
public static class TelemetryServices
{
    /// <summary>Name of the app's meter.</summary>
    public const string Meter = "Initiatiefloket";

    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string AzureMonitorIdentity = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var toCollector = configuration[Collector] is { Length: > 0 };
        var azure = configuration[AzureMonitor] is { Length: > 0 } connection ? connection : null;
        if (!toCollector && azure is null)
        {
            return services;
        }

        var identity = Identity(configuration);
        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces =>
            {
                Trace(traces);
                _ = toCollector ? traces.AddOtlpExporter() : traces;
                _ = azure is null ? traces : traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = azure, identity);
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meter);
                _ = toCollector ? metrics.AddOtlpExporter() : metrics;
                _ = azure is null ? metrics : metrics.AddAzureMonitorMetricExporter(options => options.ConnectionString = azure, identity);
            })
            .WithLogging(
                logs =>
                {
                    _ = toCollector ? logs.AddOtlpExporter() : logs;
                    _ = azure is null ? logs : logs.AddAzureMonitorLogExporter(options => options.ConnectionString = azure, identity);
                },
                options => options.IncludeFormattedMessage = true);
        return services;
    }

    // The processor comes first: exporters see what it left.
    private static void Trace(TracerProviderBuilder traces) => traces
        .AddSource("Azure.*")
        .AddSource("Microsoft.DurableTask")
        .AddSource("Grpc.Net.Client")
        .AddHttpClientInstrumentation(options => options.FilterHttpRequestMessage = _ => !IsWithinStorageCall(Activity.Current))
        .AddProcessor(new AddressesCutOff());

    // Azure's clients make a span for each request of their own.
    private static bool IsWithinStorageCall(Activity? span) => span?.Parent?.Source.Name == "Azure.Core.Http" || span?.Source.Name == "Azure.Core.Http";

    // As the Functions host reads it: "ClientId=...;Authorization=AAD".
    private static ManagedIdentityCredential? Identity(IConfiguration configuration) =>
        configuration[AzureMonitorIdentity] is not { Length: > 0 } text
            ? null
            : ManagedIdentity.Of(new DbConnectionStringBuilder { ConnectionString = text }.TryGetValue("ClientId", out var client) ? (string)client : null);
}

/// <summary>Says in the trace of a request or a step which initiative it is about: the reference, never a name.</summary>
internal static class CaseInTrace
{
    private const string Tag = "initiatiefloket.initiative";

    public static void Note(string initiativeId) => Activity.Current?.SetTag(Tag, initiativeId);
}
