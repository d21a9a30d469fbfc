using System.Diagnostics.Metrics;

namespace Initiatiefloket.Benchmarks;

/// <summary>Counts what visitors ask of a site, each step of a redirect too: every one is an execution of a function.</summary>
internal sealed class SiteRequests : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public SiteRequests(Uri site)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "http.client.request.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "server.port" && value is int port && port == site.Port)
                {
                    Interlocked.Increment(ref _count);
                }
            }
        });
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
