using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web;

/// <summary>Tells senders apart.</summary>
public static class Sender
{
    private const int NetworkBytes = 8;

    /// <summary>
    /// The network address of who sends a request; null for this machine itself (a probe, a developer). In Azure the Functions host on the same machine
    /// passes requests on, and the front end before it adds whom it heard from as the last address in <c>X-Forwarded-For</c>; what stands before that, and
    /// the header of a request from elsewhere, anybody can write. Of an IPv6 address only the network counts: a household has 2^64.
    /// </summary>
    public static string? Of(HttpContext http)
    {
        var connection = http.Connection.RemoteIpAddress;
        if (connection is not null && !IPAddress.IsLoopback(connection))
        {
            return NetworkOf(connection);
        }

        var last = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPEndPoint.TryParse(last, out var hop) ? NetworkOf(hop.Address) : null;
    }

    private static string NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? $"{Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, NetworkBytes))}/64"
            : plain.ToString();
    }
}
