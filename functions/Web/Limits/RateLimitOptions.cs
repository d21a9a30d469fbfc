using System.ComponentModel.DataAnnotations;

namespace Initiatiefloket.Web;

/// <summary>
/// Section <c>RateLimits</c> of the settings. The limits are generous, for a whole library or town hall may be one sender, and hold for each
/// instance of the app: with three instances a sender gets through up to three times as much.
/// </summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Forms of any kind from one sender, in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int FormsPerMinute { get; set; } = 60;

    /// <summary>Forms from one sender that send a mail to an address that was typed, in an hour.</summary>
    [Range(1, int.MaxValue)]
    public int MailsPerHour { get; set; } = 60;

    /// <summary>Mails to one address that somebody typed, in an hour.</summary>
    [Range(1, int.MaxValue)]
    public int MailsPerAddressPerHour { get; set; } = 6;

    /// <summary>Codes of a mail that one sender tries, in an hour.</summary>
    [Range(1, int.MaxValue)]
    public int CodesPerHour { get; set; } = 60;

    /// <summary>Codes of a mail that all senders together try, in an hour (see <see cref="Links.MailCode"/> for the sum).</summary>
    [Range(1, int.MaxValue)]
    public int AllCodesPerHour { get; set; } = 10_000;

    /// <summary>
    /// Personal links that nobody was sent, followed from one sender, in an hour. Links that work or have expired do not count, so that an office
    /// behind one address gets here only by guessing, or by a hundred links that were cut off in the mail.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int UnknownLinksPerHour { get; set; } = 120;
}
