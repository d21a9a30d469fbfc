using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web;

/// <summary>Counts what senders do, and says how long one that does too much has to wait; null when it may go on.</summary>
/// <param name="options">How much is let through.</param>
/// <param name="shares">What was used so far, by all instances of the app together.</param>
public sealed class RateLimits(IOptions<RateLimitOptions> options, LimitTable shares)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Limit _mails = new("mails", options.Value.MailsPerHour, Hour);
    private readonly Limit _addresses = new("mails-to-address", options.Value.MailsPerAddressPerHour, Hour);
    private readonly Limit _supports = new("support-mails", options.Value.SupportMailsPerHour, Hour);
    private readonly Limit _codes = new("codes", options.Value.CodesPerHour, Hour);
    private readonly Limit _wrongCodes = new("wrong-codes", options.Value.WrongCodesPerNetworkPerHour, Hour);
    private readonly Limit _unknownLinks = new("unknown-links", options.Value.UnknownLinksPerHour, Hour);

    /// <summary>Before a mail goes to an address that was typed without an account.</summary>
    /// <param name="http">Who sends.</param>
    /// <param name="mailbox">The mailbox, however its address is written: what a person gets counts together, whichever page it comes from.</param>
    /// <param name="once">Names a mail that goes out once, however often it is asked for; it counts once then. Null for one that goes out each time.</param>
    public async Task<TimeSpan?> WaitForMailAsync(HttpContext http, string mailbox, string? once, CancellationToken cancellation) =>
        (Sender.Of(http) is { } sender ? await shares.TakeAsync(_mails, sender, once, cancellation) : null)
        ?? await shares.TakeAsync(_addresses, mailbox, once, cancellation);

    /// <summary>
    /// Before a mail goes to a neighbour who supports an initiative. It is counted for whoever applied, not for the sender: at a street party all neighbours are
    /// behind one address of the network.
    /// </summary>
    /// <param name="applicant">Mailbox of whoever applied.</param>
    /// <param name="mailbox">The neighbour's mailbox.</param>
    public async Task<TimeSpan?> WaitForSupportMailAsync(string applicant, string mailbox, CancellationToken cancellation) =>
        await shares.TakeAsync(_supports, applicant, once: null, cancellation) ?? await shares.TakeAsync(_addresses, mailbox, once: null, cancellation);

    /// <summary>
    /// Before a code is looked up, right or wrong: tries that run at the same time count as well. Others than the sender wait only when wrong codes come from
    /// their own network.
    /// </summary>
    public async Task<TimeSpan?> WaitForCodeAsync(HttpContext http, CancellationToken cancellation) =>
        await TakeAsync(_codes, Sender.Of(http), cancellation)
        ?? (Sender.NetworkOf(http) is { } network ? await shares.LookAsync(_wrongCodes, network, cancellation) : null);

    /// <summary>After a code turned out to be none.</summary>
    public Task NoteWrongCodeAsync(HttpContext http, CancellationToken cancellation) => TakeAsync(_wrongCodes, Sender.NetworkOf(http), cancellation);

    /// <summary>Before a personal link is looked up. Does not count it; a sender that followed too many unknown ones waits, also with one that works, or guessing would go on as before.</summary>
    public async Task<TimeSpan?> WaitForLinkAsync(HttpContext http, CancellationToken cancellation) =>
        Sender.Of(http) is { } sender ? await shares.LookAsync(_unknownLinks, sender, cancellation) : null;

    /// <summary>After a personal link turned out to be one that nobody was sent. Also a wait when others of the same sender were counted in the meantime.</summary>
    public Task<TimeSpan?> WaitAfterUnknownLinkAsync(HttpContext http, CancellationToken cancellation) => TakeAsync(_unknownLinks, Sender.Of(http), cancellation);

    private async Task<TimeSpan?> TakeAsync(Limit limit, string? whose, CancellationToken cancellation) =>
        whose is null ? null : await shares.TakeAsync(limit, whose, once: null, cancellation);
}

/// <summary>
/// Section <c>RateLimits</c> of the settings. The limits are generous, for a whole library or town hall may be one sender. They hold for all instances of the app
/// together, but for forms of any kind.
/// </summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Forms of any kind from one sender, in a minute, for each instance of the app.</summary>
    [Range(1, int.MaxValue)]
    public int FormsPerMinute { get; set; } = 60;

    /// <summary>Forms from one sender that send a mail to an address that was typed, in an hour.</summary>
    [Range(1, int.MaxValue)]
    public int MailsPerHour { get; set; } = 60;

    /// <summary>Mails to one mailbox that somebody typed, in an hour, from all pages together.</summary>
    [Range(1, int.MaxValue)]
    public int MailsPerAddressPerHour { get; set; } = 6;

    /// <summary>Mails to neighbours about the initiatives of one applicant, in an hour.</summary>
    [Range(1, int.MaxValue)]
    public int SupportMailsPerHour { get; set; } = 200;

    /// <summary>Codes of a mail that one sender tries, in an hour.</summary>
    [Range(1, int.MaxValue)]
    public int CodesPerHour { get; set; } = 60;

    /// <summary>Wrong codes from one network (/24, of IPv6 /48), in an hour (see <see cref="Links.MailCode"/> for the sum).</summary>
    [Range(1, int.MaxValue)]
    public int WrongCodesPerNetworkPerHour { get; set; } = 600;

    /// <summary>
    /// Personal links that nobody was sent, followed from one sender, in an hour. Links that work or have expired do not count, so that an office
    /// behind one address gets here only by guessing, or by a hundred links that were cut off in the mail.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int UnknownLinksPerHour { get; set; } = 120;
}
