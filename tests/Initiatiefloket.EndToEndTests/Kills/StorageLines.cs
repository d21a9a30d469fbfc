using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Kills;

/// <summary>Wires between the loket's processes and the three services of their storage.</summary>
/// <param name="before">Sees each request before storage does; false cuts the wire.</param>
/// <param name="after">Sees each request when storage has carried it out; false cuts the wire.</param>
internal sealed class StorageLines(Func<WireRequest, bool> before, Func<WireRequest, bool> after) : IAsyncDisposable
{
    private readonly List<Wire> _wires = [];

    /// <summary>Lays them.</summary>
    /// <param name="storage">Connection string of the storage.</param>
    /// <returns>The connection string to use instead.</returns>
    public async Task<string> LayAsync(string storage)
    {
        foreach (var endpoint in storage.Split(';').Where(part => part.Contains("Endpoint=", StringComparison.Ordinal)))
        {
            var service = new Uri(endpoint.Split('=', 2)[1]);
            var wire = await Wire.StartAsync(before, after);
            wire.Service = service;
            _wires.Add(wire);
            storage = storage.Replace(Authority(service), Authority(wire.Address), StringComparison.Ordinal);
        }

        return storage;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var wire in _wires)
        {
            await wire.DisposeAsync();
        }
    }

    /// <summary>Whether a request changes something, and whose it is: the host's, or the worker's. Null for one that only reads or holds a lease.</summary>
    public static Victim? WriterOf(WireRequest request)
    {
        if (request.Method is "GET" or "HEAD" || request.Target.Contains("comp=lease", StringComparison.Ordinal))
        {
            return null;
        }

        var place = request.Target.Contains("$batch", StringComparison.Ordinal) ? request.Body : request.Target;
        return place.Contains("/initiatiefloket", StringComparison.OrdinalIgnoreCase) ? Victim.Host : Victim.Worker;
    }

    private static string Authority(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
