namespace Initiatiefloket.Web;

/// <summary>
/// The mail hosts that most people in the Netherlands have, to ask whoever typed nearly one of them whether they meant that one. It is a question only: mail goes
/// to what was typed. Pure.
/// </summary>
public static class MailHosts
{
    // Those with most people first: of two that are equally near the first is meant.
    private static readonly string[] Known =
    [
        "gmail.com", "hotmail.com", "outlook.com", "live.nl", "ziggo.nl", "hotmail.nl", "icloud.com", "kpnmail.nl", "planet.nl", "home.nl", "hetnet.nl", "xs4all.nl",
        "live.com", "yahoo.com", "msn.com", "upcmail.nl", "casema.nl", "chello.nl", "tele2.nl", "telfort.nl", "online.nl", "quicknet.nl", "me.com", "yahoo.nl",
        "protonmail.com", "proton.me", "caiway.nl", "solcon.nl", "zeelandnet.nl", "gmx.net", "outlook.nl", "kpnplanet.nl",
    ];

    // These exist as well, and stand near one of those above.
    private static readonly string[] Others = ["mail.com", "email.com", "ymail.com", "mac.com", "live.be", "gmx.de", "gmx.nl", "home.be"];

    /// <summary>The address that was probably meant: with a known host that is one slip of the finger away. Null when the host is known itself, or near none.</summary>
    public static string? MeantBy(string email)
    {
        var at = email.LastIndexOf('@');
        var host = email[(at + 1)..].ToLowerInvariant();
        return at <= 0 || Known.Contains(host) || Others.Contains(host) || Array.Find(Known, known => IsOneSlipAway(host, known)) is not { } meant
            ? null
            : $"{email[..at]}@{meant}";
    }

    // One character too many, too few or wrong, or two neighbours in each other's place.
    private static bool IsOneSlipAway(string typed, string meant)
    {
        var same = typed.AsSpan().CommonPrefixLength(meant);
        var rest = typed.AsSpan(same);
        var wanted = meant.AsSpan(same);
        return (rest.Length - wanted.Length) switch
        {
            1 => rest[1..].SequenceEqual(wanted),
            -1 => rest.SequenceEqual(wanted[1..]),
            0 when rest.Length > 0 => rest[1..].SequenceEqual(wanted[1..]) || AreSwapped(rest, wanted),
            _ => false,
        };
    }

    private static bool AreSwapped(ReadOnlySpan<char> rest, ReadOnlySpan<char> wanted) =>
        rest.Length > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] && rest[2..].SequenceEqual(wanted[2..]);
}
