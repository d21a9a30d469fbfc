using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web;

/// <summary>
/// Tells senders apart. In Azure the front end adds whom it heard from as the last address in <c>X-Forwarded-For</c>; what stands before that anybody can
/// write. The Functions host then puts the front end's own address in the place of the whole header, so that only what the host tells about the request
/// beside it still says who sent it (azure-functions-host issue 11254).
/// </summary>
public sealed class Sender
{
    private const int HouseholdBytes = 8;
    private const int SiteBytes = 6;
    private const int BlockBytes = 3;
    private const string Unclear = "unclear";

    private readonly string? _name;
    private readonly string? _network;

    private Sender(string? name, string? network) => (_name, _network) = (name, network);

    /// <summary>
    /// The network address of whoever sends a request; null for this machine itself (a probe, a developer). Of an IPv6 address only the network counts: a
    /// household has 2^64.
    /// </summary>
    public static string? Of(HttpContext http) => http.Features.Get<Sender>()?._name;

    /// <summary>The network of whoever sends a request, of which one person may have all addresses: /24, of IPv6 /48; null for this machine itself.</summary>
    public static string? NetworkOf(HttpContext http) => http.Features.Get<Sender>()?._network;

    /// <summary>Remembers who sends a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="headers">The headers as the host received them: names and values, in JSON; null when the host does not tell.</param>
    internal static void Remember(HttpContext http, string? headers)
    {
        var received = headers is null ? null : JsonSerializer.Deserialize<Dictionary<string, string?>>(headers);
        var chain = received?.FirstOrDefault(header => header.Key.Equals("X-Forwarded-For", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        var sender = IPEndPoint.TryParse(chain.Split(',')[^1].Trim(), out var last) ? Of(last.Address) : new Sender(null, null);
        http.Features.Set(sender);
    }

    /// <summary>Remembers that a request tries to hide who sends it. Those who do are one sender together.</summary>
    internal static void RememberUnclear(HttpContext http) => http.Features.Set(new Sender(Unclear, Unclear));

    private static Sender Of(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? new Sender(StartOf(plain, HouseholdBytes), StartOf(plain, SiteBytes))
            : new Sender(plain.ToString(), StartOf(plain, BlockBytes));
    }

    private static string StartOf(IPAddress address, int bytes) => $"{Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, bytes))}/{8 * bytes}";
}
