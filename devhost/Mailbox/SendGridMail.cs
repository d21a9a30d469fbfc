namespace Initiatiefloket.DevHost;

/// <summary>
/// The body of <c>POST /v3/mail/send</c>, as far as the mailbox reads it, and what SendGrid refuses of it, in its own words
/// (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors, and /limitations).
/// </summary>
internal sealed partial record SendGridMail
{
    private static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    public MailAddressee? From { get; init; }
    public MailAddressee? ReplyTo { get; init; }
    public string? Subject { get; init; }
    public IReadOnlyList<Envelope> Personalizations { get; init; } = [];
    public IReadOnlyList<Body> Content { get; init; } = [];
    public IReadOnlyList<File> Attachments { get; init; } = [];
    public Dictionary<string, string> Headers { get; init; } = [];
    public Dictionary<string, string> CustomArgs { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Every refusal as field and message; none for a mail that is accepted.</summary>
    public (string? Field, string Message)[] Refusals() =>
    [
        .. Rules().Concat(Personalizations.SelectMany((envelope, number) => Rules(envelope, $"personalizations.{number}.to")))
            .Where(rule => rule.IsBroken).Select(rule => (rule.Field, rule.Message)),
    ];

    private (bool IsBroken, string? Field, string Message)[] Rules() =>
    [
        (Personalizations.Count == 0, "personalizations", "The personalizations field is required and must have at least one personalization."),
        (Personalizations.Count > 1000, "personalizations", "The personalization block is limited to 1000 personalizations per API request."),
        (Personalizations.Sum(one => one.Everyone.Count()) > 1000, "personalizations", "There is a limit of 1000 total recipients (to + cc + bcc) per request."),
        (!IsAddress(From), "from.email", "The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter."),
        (ReplyTo is { } reply && !IsAddress(reply), "reply_to.email", "The reply_to email does not contain a valid address."),
        (Personalizations.Any(one => string.IsNullOrWhiteSpace(one.Subject ?? Subject)), "subject", "The subject is required."),
        (Headers.Keys.Any(ReservedHeaders.Contains), "headers", "One of the headers is reserved and cannot be set."),
        (Headers.Any(header => !Ascii.IsValid(header.Key + header.Value)), "headers", "The headers cannot contain Unicode."),
        (Content.Count == 0, "content", "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block."),
        (Content.Any(body => string.IsNullOrEmpty(body.Value)), "content.0.value", "The content value must be a string at least one character in length."),
        (Content.Skip(1).Any(body => body.Type == "text/plain"), "content", "If present, text/plain must be first, followed by text/html."),
        (Categories.Count > 10, "categories", "There is a limit of 10 categories per request."),
        (Categories.Any(category => category.Length > 255), "categories", "A category name cannot exceed 255 characters."),
        (Categories.Distinct().Count() < Categories.Count, "categories", "You must not provide the same category more than once."),
    ];

    private (bool IsBroken, string? Field, string Message)[] Rules(Envelope envelope, string field) =>
    [
        (envelope.To.Count == 0, field, "The to array is required for all personalization objects, and must have at least one email object with a valid email address."),
        (!envelope.Everyone.All(IsAddress), $"{field}.0.email", "Does not contain a valid address."),
        (envelope.Everyone.Any(one => one.Name?.AsSpan().ContainsAny(',', ';') == true), $"{field}.0.name", "The name cannot include either the ; or , characters."),
        (envelope.Everyone.DistinctBy(one => one.Email?.ToUpperInvariant()).Count() < envelope.Everyone.Count(), field, "Each email address in the personalization block should be unique between to, cc, and bcc."),
        (envelope.Headers.Keys.Any(ReservedHeaders.Contains), "headers", "One of the headers is reserved and cannot be set."),
        (CustomArgs.Concat(envelope.CustomArgs).Sum(pair => Encoding.UTF8.GetByteCount(pair.Key + pair.Value)) >= 10_000, "custom_args", "The total length of custom arguments must be less than 10000 bytes."),
    ];

    private static bool IsAddress(MailAddressee? addressee) => addressee?.Email is { } email && Acceptable().IsMatch(email);

    // No Unicode before the @; a domain of at least two parts behind it.
    [GeneratedRegex(@"^[!-?A-~]+@[^\s@.]+(\.[^\s@.]+)+$")]
    private static partial Regex Acceptable();

    internal sealed record Envelope
    {
        public IReadOnlyList<MailAddressee> To { get; init; } = [];
        public IReadOnlyList<MailAddressee> Cc { get; init; } = [];
        public IReadOnlyList<MailAddressee> Bcc { get; init; } = [];
        public string? Subject { get; init; }
        public Dictionary<string, string> Headers { get; init; } = [];
        public Dictionary<string, string> CustomArgs { get; init; } = [];

        public IEnumerable<MailAddressee> Everyone => [.. To, .. Cc, .. Bcc];
    }

    internal sealed record Body(string? Type, string? Value);

    internal sealed record File(byte[] Content, string Filename, string? Type = "application/octet-stream");
}

/// <summary>An address with the name to show.</summary>
internal sealed record MailAddressee(string? Email, string? Name = null);
