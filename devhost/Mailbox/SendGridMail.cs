namespace Initiatiefloket.DevHost;

/// <summary>The body of <c>POST /v3/mail/send</c>, as far as the mailbox reads it.</summary>
internal sealed record SendGridMail
{
    public MailAddressee? From { get; init; }
    public MailAddressee? ReplyTo { get; init; }
    public string? Subject { get; init; }
    public IReadOnlyList<Envelope> Personalizations { get; init; } = [];
    public IReadOnlyList<Body> Content { get; init; } = [];
    public IReadOnlyList<File> Attachments { get; init; } = [];
    public Dictionary<string, string> Headers { get; init; } = [];
    public Dictionary<string, string> CustomArgs { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];

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
