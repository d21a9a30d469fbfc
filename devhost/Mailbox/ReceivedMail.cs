namespace Initiatiefloket.DevHost;

/// <summary>A mail in the mailbox: one envelope of what was sent.</summary>
/// <param name="Links">Every address in the plain text, in order, each once.</param>
/// <param name="Deliveries">What became of it, for each recipient.</param>
#pragma warning disable CS1573 // The others say what they are.
internal sealed partial record ReceivedMail(
    string Id, DateTimeOffset At, MailAddressee From, MailAddressee? ReplyTo,
    IReadOnlyList<MailAddressee> To, IReadOnlyList<MailAddressee> Cc, IReadOnlyList<MailAddressee> Bcc,
    string Subject, string? Text, string? Html, IReadOnlyList<string> Links,
    IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> CustomArgs, IReadOnlyList<string> Categories,
    IReadOnlyList<SendGridMail.File> Attachments, IReadOnlyList<Delivery> Deliveries)
{
    public string? MessageId => Headers.FirstOrDefault(header => header.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value;

    public static ReceivedMail Of(string id, DateTimeOffset at, SendGridMail mail, SendGridMail.Envelope envelope, Func<string, bool> hasBounced)
    {
        var bodies = mail.Content.DistinctBy(body => body.Type).ToDictionary(body => body.Type ?? "", body => body.Value);
        var text = bodies.GetValueOrDefault("text/plain");
        return new(
            id, at, mail.From!, mail.ReplyTo, envelope.To, envelope.Cc, envelope.Bcc,
            envelope.Subject ?? mail.Subject!, text, bodies.GetValueOrDefault("text/html"), [.. Link().Matches(text ?? "").Select(link => link.Value).Distinct()],
            Merge(mail.Headers, envelope.Headers), Merge(mail.CustomArgs, envelope.CustomArgs), mail.Categories, mail.Attachments,
            [.. envelope.Everyone.Select(addressee => Delivery.Of(addressee.Email!, hasBounced))]);
    }

    /// <summary>Whether the other one is the same mail, sent again.</summary>
    public bool IsSameAs(ReceivedMail other) => MessageId is not null && MessageId == other.MessageId && To.Select(one => one.Email).SequenceEqual(other.To.Select(one => one.Email));

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]]")]
    private static partial Regex Link();

    private static Dictionary<string, string> Merge(Dictionary<string, string> all, Dictionary<string, string> own) =>
        new(all.Where(pair => !own.ContainsKey(pair.Key)).Concat(own), StringComparer.OrdinalIgnoreCase);
}
#pragma warning restore CS1573

/// <summary>What became of a mail for one recipient.</summary>
/// <param name="Email">The recipient.</param>
/// <param name="Event">delivered; bounced or blocked by the receiving server; dropped before that.</param>
/// <param name="Reason">Why not delivered, in SendGrid's words.</param>
internal sealed record Delivery(string Email, string Event, string? Reason = null)
{
    /// <summary>
    /// SendGrid accepts a mail and drops it afterwards for an address that is not valid, or one on its suppression lists. How an address behaves here says a
    /// tag in it: anna+bounce@, +block@ (for now only), +spam@ and +unsubscribe@ (the reader said so earlier).
    /// </summary>
    /// <param name="email">An address that the API accepts.</param>
    /// <param name="hasBounced">Whether an earlier mail to an address bounced: SendGrid sends none there any more.</param>
    public static Delivery Of(string email, Func<string, bool> hasBounced) => email[..email.LastIndexOf('@')].Split('+')[^1] switch
    {
        _ when !SendGridRules.CanBeDelivered(email) => new(email, "dropped", "Invalid"),
        _ when hasBounced(email) => new(email, "dropped", "Bounced Address"),
        "bounce" => new(email, "bounced", "550 5.1.1 The email account that you tried to reach does not exist."),
        "block" => new(email, "blocked", "554 5.7.1 The message was refused for the address that it came from."),
        "spam" => new(email, "dropped", "Spam Reporting Address"),
        "unsubscribe" => new(email, "dropped", "Unsubscribed Address"),
        _ => new(email, "delivered"),
    };
}
