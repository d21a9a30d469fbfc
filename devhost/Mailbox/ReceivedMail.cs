using System.Text.RegularExpressions;

namespace Initiatiefloket.DevHost;

/// <summary>A mail in the mailbox: one envelope of what was sent.</summary>
internal sealed partial record ReceivedMail
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required MailAddressee From { get; init; }

    public MailAddressee? ReplyTo { get; init; }

    public required IReadOnlyList<MailAddressee> To { get; init; }

    public required IReadOnlyList<MailAddressee> Cc { get; init; }

    public required IReadOnlyList<MailAddressee> Bcc { get; init; }

    public required string Subject { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    /// <summary>Every address in the plain text, in order, each once.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required IReadOnlyDictionary<string, string> CustomArgs { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<MailFile> Attachments { get; init; }

    /// <summary>What tells two deliveries of the same mail; null for a mail without a Message-ID.</summary>
    public string? MessageKey => Headers.FirstOrDefault(header => header.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value is { } id
        ? $"{id} {string.Join(' ', To.Select(addressee => addressee.Email))}"
        : null;

    public static ReceivedMail Of(string id, DateTimeOffset at, SendGridMail mail, SendGridMail.Envelope envelope)
    {
        var text = mail.Content.FirstOrDefault(body => body.Type == "text/plain")?.Value;
        return new()
        {
            Id = id,
            At = at,
            From = mail.From!,
            ReplyTo = mail.ReplyTo,
            To = envelope.To,
            Cc = envelope.Cc,
            Bcc = envelope.Bcc,
            Subject = envelope.Subject ?? mail.Subject!,
            Text = text,
            Html = mail.Content.FirstOrDefault(body => body.Type == "text/html")?.Value,
            Links = [.. LinkPattern().Matches(text ?? "").Select(link => link.Value).Distinct()],
            Headers = Merge(mail.Headers, envelope.Headers),
            CustomArgs = Merge(mail.CustomArgs, envelope.CustomArgs),
            Categories = mail.Categories,
            Attachments = [.. mail.Attachments.Select(file => new MailFile(file.Filename, file.Type ?? "application/octet-stream", file.Content))],
        };
    }

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]]")]
    public static partial Regex LinkPattern();

    private static Dictionary<string, string> Merge(Dictionary<string, string> all, Dictionary<string, string> own) => all
        .Concat(own)
        .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.Last().Value);
}
