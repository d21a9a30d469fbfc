using System.Diagnostics.Metrics;

namespace Initiatiefloket.Benchmarks;

/// <summary>
/// Counts the requests of this process by the meter of HttpClient, so from outside the engine and with retries. All of them go to
/// storage. An entity-group transaction is one request.
/// </summary>
internal sealed class StorageCalls : IDisposable
{
    private const string Requests = "http.client.request.duration";
    private readonly MeterListener _listener = new();
    private long _all;
    private long _reads;

    public StorageCalls()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Requests)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Count(tags));
        _listener.Start();
    }

    public long All => Interlocked.Read(ref _all);

    /// <summary>Those that change nothing: here mostly clients that look for the end of an instance.</summary>
    public long Reads => Interlocked.Read(ref _reads);

    public void Dispose() => _listener.Dispose();

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Interlocked.Increment(ref _all);
        foreach (var (name, value) in tags)
        {
            if (name == "http.request.method" && value is "GET")
            {
                Interlocked.Increment(ref _reads);
            }
        }
    }
}
