using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town that traces what it does. Nothing listens at the address of the collector; what an exporter would be given is kept here.</summary>
public sealed class TracedFixture : TownFixture
{
    private readonly ConcurrentQueue<Activity> _spans = [];

    /// <summary>What ended so far, as it would leave the app; with what other towns in this process did meanwhile.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    protected override string[] Settings => ["--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9"];

    protected override void AddTo(IServiceCollection services) =>
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(new Keeper(_spans)));

    private sealed class Keeper(ConcurrentQueue<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Enqueue(data);
    }
}
