using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Initiatiefloket.Tests.Policies;
using Initiatiefloket.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town that asks for a code with each decision, where few tries are enough to be stopped, and that keeps what it logs and counts.</summary>
public sealed class AbuseTracesFixture : TownFixture, IDisposable
{
    private readonly PolicyDraft _policy = new(json =>
    {
        foreach (var band in json["bands"]!.AsArray())
        {
            band!["review"]!["confirmByCode"] = true;
        }
    });

    private readonly ConcurrentQueue<string> _counted = [];
    private readonly MeterListener _listener = new();

    public CapturedLogs Logs { get; } = new();

    /// <summary>The kinds that this town counted, once for each time.</summary>
    public IReadOnlyList<string> Counted => [.. _counted];

    protected override string[] Settings => [$"--Policy:File={_policy.File}", "--RateLimits:CodesPerHour=3"];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var own = Host.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Abuse.Metric && ReferenceEquals(instrument.Meter.Scope, own))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => _counted.Enqueue($"{tags[0].Value}+{value}"));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _policy.Dispose();
    }

    protected override void AddTo(IServiceCollection services) =>
        services.AddLogging(logging => logging.AddProvider(Logs).AddFilter(null, LogLevel.Information));
}
