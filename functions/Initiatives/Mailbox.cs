using Initiatiefloket.Web;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Whose mailbox an address is: two addresses of one mailbox are one person, wherever that matters (who decides, who supports, who lost a link). Nobody proves
/// anything with it: mail goes to the address as it was typed.
/// </summary>
public static class Mailbox
{
    /// <summary>
    /// The mailbox of an address. Capitals do not count: no provider that residents have tells them apart (RFC 5321, 2.4 lets it). Neither does what follows a plus
    /// (RFC 5233), nor in which of its two forms the host is written (RFC 5891).
    /// </summary>
    public static string Of(string address)
    {
        var mailbox = TypedEmail.ForSending(address.Trim()).ToLowerInvariant();
        var (plus, at) = (mailbox.IndexOf('+', StringComparison.Ordinal), mailbox.LastIndexOf('@'));
        return plus > 0 && plus < at ? mailbox[..plus] + mailbox[at..] : mailbox;
    }

    /// <summary>Whether two addresses are of one mailbox.</summary>
    public static bool IsSame(string one, string other) => Of(one) == Of(other);
}
