using System.Net;
using System.Net.Sockets;

namespace Initiatiefloket.DevHost;

/// <summary>Sees before anything else starts whether the host's port is free.</summary>
internal static class PortCheck
{
    /// <exception cref="HostStartException">A port is taken.</exception>
    public static void ThrowIfTaken(IEnumerable<string> addresses)
    {
        foreach (var port in addresses.Select(address => new Uri(address).Port).Where(port => port > 0))
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
            }
            catch (SocketException taken)
            {
                throw new HostStartException($"Port {port} cannot be used ({taken.SocketErrorCode}): stop what listens there, or start with --port <another>.", taken);
            }
        }
    }
}
