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
    IReadOnlyList<MailFile> Attachments, IReadOnlyList<Delivery> Deliveries)
{
    public string? MessageId => Headers.FirstOrDefault(header => header.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value;

    public static ReceivedMail Of(string id, DateTimeOffset at, SendGridMail mail, SendGridMail.Envelope envelope, Func<string, bool> hasBounced)
    {
        var bodies = mail.Content.DistinctBy(body => body.Type).ToDictionary(body => body.Type ?? "", body => body.Value);
        var text = bodies.GetValueOrDefault("text/plain");
        return new(
            id, at, mail.From!, mail.ReplyTo, envelope.To, envelope.Cc, envelope.Bcc,
            envelope.Subject ?? mail.Subject!, text, bodies.GetValueOrDefault("text/html"), [.. Link().Matches(text ?? "").Select(link => link.Value).Distinct()],
            Merge(mail.Headers, envelope.Headers), Merge(mail.CustomArgs, envelope.CustomArgs), mail.Categories,
            [.. mail.Attachments.Select(file => new MailFile(file.Filename, file.Type ?? "application/octet-stream", file.Content))],
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

/// <summary>A file sent along; its bytes are JSON's base64 in the mail's file.</summary>
internal sealed record MailFile(string Filename, string Type, byte[] Content);
