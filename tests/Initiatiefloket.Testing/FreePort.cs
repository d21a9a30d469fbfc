using System.Net;
using System.Net.Sockets;

namespace Initiatiefloket.Testing;

/// <summary>Ports for apps that tests start.</summary>
public static class FreePort
{
    /// <summary>A port of this machine that nothing listens on now.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
