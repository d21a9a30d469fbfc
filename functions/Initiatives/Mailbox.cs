using System.Globalization;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Whose mailbox an address is: two addresses of one mailbox are one person, wherever that matters (who decides, who supports, who lost a link). Nobody proves
/// anything with it: mail goes to the address as it was typed.
/// </summary>
public static class Mailbox
{
    private static readonly IdnMapping Hosts = new();

    /// <summary>
    /// The mailbox of an address. Capitals do not count: no provider that residents have tells them apart (RFC 5321, 2.4 lets it). Neither does what follows a plus
    /// (RFC 5233), nor in which of its two forms the host is written (RFC 5891).
    /// </summary>
    public static string Of(string address)
    {
        var trimmed = address.Trim();
        var at = trimmed.LastIndexOf('@');
        if (at < 0)
        {
            return trimmed.ToLowerInvariant();
        }

        var (name, host) = (trimmed[..at], trimmed[(at + 1)..]);
        var plus = name.IndexOf('+', StringComparison.Ordinal);
        return $"{(plus > 0 ? name[..plus] : name).ToLowerInvariant()}@{AsciiOf(host).ToLowerInvariant()}";
    }

    /// <summary>Whether two addresses are of one mailbox.</summary>
    public static bool IsSame(string one, string other) => Of(one) == Of(other);

    private static string AsciiOf(string host)
    {
        try
        {
            return Hosts.GetAscii(host);
        }
        catch (ArgumentException)
        {
            // No host at all: such an address is compared as it stands.
            return host;
        }
    }
}
