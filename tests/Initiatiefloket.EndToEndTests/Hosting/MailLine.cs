using System.Net;
using System.Net.Sockets;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Hosting;

/// <summary>The line between the app and its mail service, which can be cut, or lead to somebody who listens and never says a word.</summary>
public sealed class MailLine : IAsyncDisposable
{
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);
    private Wire _wire = null!;
    private Uri _service = null!;
    private int _cutsBefore;
    private int _cutsAfter;
    private int _sends;

    /// <summary>How often the app tried to send a mail.</summary>
    public int Sends => _sends;

    /// <summary>Lays it.</summary>
    /// <param name="service">Address of the service.</param>
    /// <returns>The address that the app has to use instead.</returns>
    public async Task<string> LayAsync(string service)
    {
        _silent.Start();
        _service = new Uri(service);
        _wire = await Wire.StartAsync(_ => Count() && !Takes(ref _cutsBefore), _ => !Takes(ref _cutsAfter));
        _wire.Service = _service;
        return new Uri(_wire.Address, _service.AbsolutePath).ToString();
    }

    /// <summary>Cuts it at the next sends, before the service has the mail.</summary>
    public void CutBefore(int times) => _cutsBefore = times;

    /// <summary>Cuts it at the next sends, when the service has the mail and has not yet said so.</summary>
    public void CutAfter(int times) => _cutsAfter = times;

    /// <summary>From now on nobody answers, until <see cref="Answer"/>.</summary>
    public void Hang() => _wire.Service = new Uri($"http://{_silent.LocalEndpoint}");

    /// <summary>The service answers again, to sends that begin now.</summary>
    public void Answer() => _wire.Service = _service;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _silent.Dispose();
        await _wire.DisposeAsync();
    }

    private static bool Takes(ref int left) => Interlocked.Decrement(ref left) >= 0;

    private bool Count() => Interlocked.Increment(ref _sends) > 0;
}
