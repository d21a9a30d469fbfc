using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web;

/// <summary>Counts what senders do, and says how long one that does too much has to wait; null when it may go on.</summary>
public sealed class RateLimits(IOptions<RateLimitOptions> options) : IDisposable
{
    private const string Everybody = "";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> _forms = Allow(options.Value.FormsPerMinute, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> _mails = Allow(options.Value.MailsPerHour, Hour);
    private readonly PartitionedRateLimiter<string> _addresses = Allow(options.Value.MailsPerAddressPerHour, Hour);
    private readonly PartitionedRateLimiter<string> _supports = Allow(options.Value.SupportMailsPerHour, Hour);
    private readonly PartitionedRateLimiter<string> _codes = Allow(options.Value.CodesPerHour, Hour);
    private readonly PartitionedRateLimiter<string> _allCodes = Allow(options.Value.AllCodesPerHour, Hour);
    private readonly PartitionedRateLimiter<string> _unknownLinks = Allow(options.Value.UnknownLinksPerHour, Hour);

    /// <summary>Before anything that is posted.</summary>
    public TimeSpan? WaitForForm(HttpContext http) => WaitOf(_forms, Sender.Of(http));

    /// <summary>Before a mail goes to an address that was typed without an account.</summary>
    /// <param name="http">Who sends.</param>
    /// <param name="addressKey">The mailbox, however its address is written, or a hash of it.</param>
    public TimeSpan? WaitForMail(HttpContext http, string addressKey) => WaitOf(_mails, Sender.Of(http)) ?? WaitOf(_addresses, addressKey);

    /// <summary>
    /// Before a mail goes to a neighbour who supports an initiative. It is counted for whoever applied, not for the sender: at a street party all neighbours are
    /// behind one address of the network.
    /// </summary>
    /// <param name="applicant">Mailbox of whoever applied.</param>
    /// <param name="addressKey">The neighbour's mailbox.</param>
    public TimeSpan? WaitForSupportMail(string applicant, string addressKey) => WaitOf(_supports, applicant) ?? WaitOf(_addresses, addressKey);

    /// <summary>Before a code is looked up, right or wrong: tries that run at the same time count as well.</summary>
    public TimeSpan? WaitForCode(HttpContext http) => WaitOf(_codes, Sender.Of(http)) ?? WaitOf(_allCodes, Everybody);

    /// <summary>Before a personal link is looked up. Does not count it; a sender that followed too many unknown ones waits, also with one that works, or guessing would go on as before.</summary>
    public TimeSpan? WaitForLink(HttpContext http) =>
        Sender.Of(http) is { } sender && _unknownLinks.GetStatistics(sender) is { CurrentAvailablePermits: < 1 } ? Hour / options.Value.UnknownLinksPerHour : null;

    /// <summary>After a personal link turned out to be one that nobody was sent. Also a wait when others of the same sender were counted in the meantime.</summary>
    public TimeSpan? WaitAfterUnknownLink(HttpContext http) => WaitOf(_unknownLinks, Sender.Of(http));

    public void Dispose()
    {
        _forms.Dispose();
        _mails.Dispose();
        _addresses.Dispose();
        _supports.Dispose();
        _codes.Dispose();
        _allCodes.Dispose();
        _unknownLinks.Dispose();
    }

    private static TimeSpan? WaitOf(PartitionedRateLimiter<string> limiter, string? key)
    {
        if (key is null)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : TimeSpan.FromMinutes(1);
    }

    // A bucket that fills again little by little: who was stopped waits minutes, not until the hour is over.
    private static PartitionedRateLimiter<string> Allow(int number, TimeSpan period) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = number,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = period / number,
            QueueLimit = 0,
        }));
}

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

    /// <summary>Mails to neighbours about the initiatives of one applicant, in an hour.</summary>
    [Range(1, int.MaxValue)]
    public int SupportMailsPerHour { get; set; } = 200;

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
