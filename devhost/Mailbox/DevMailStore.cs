namespace Initiatiefloket.DevHost;

/// <summary>Keeps the mails in memory and, where a folder is given, each in a file there, so that they survive a restart.</summary>
internal sealed class DevMailStore(string? folder, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _adding = new();
    private readonly ConcurrentDictionary<string, ReceivedMail> _mails = new((Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [])
        .Select(file => JsonSerializer.Deserialize<ReceivedMail>(File.ReadAllText(file), Json)!).ToDictionary(mail => mail.Id));
    private int _last;

    /// <summary>Adds one mail for each envelope. A second one with the same Message-ID for the same people is not kept, as a receiving server does.</summary>
    public IReadOnlyList<ReceivedMail> Add(SendGridMail sent)
    {
        lock (_adding)
        {
            return [.. sent.Personalizations.Select(envelope => Keep(envelope, sent))];
        }
    }

    /// <summary>All mails, newest first.</summary>
    public IReadOnlyList<ReceivedMail> List() => [.. _mails.Values.OrderByDescending(mail => mail.Id, StringComparer.Ordinal)];

    /// <summary>A mail; null when there is none of that id.</summary>
    public ReceivedMail? Find(string id) => _mails.GetValueOrDefault(id);

    /// <summary>Empties the mailbox, and forgets which addresses bounced.</summary>
    public void Clear()
    {
        foreach (var id in _mails.Keys)
        {
            _mails.TryRemove(id, out _);
            File.Delete(Path.Combine(folder ?? "", $"{id}.json"));
        }
    }

    private ReceivedMail Keep(SendGridMail.Envelope envelope, SendGridMail sent)
    {
        var now = clock.GetUtcNow();
        var mail = ReceivedMail.Of($"{now.UtcTicks:D19}-{++_last:D6}", now, sent, envelope, HasBounced);
        if (_mails.Values.Any(mail.IsSameAs))
        {
            return mail;
        }

        _mails[mail.Id] = mail;
        if (folder is not null)
        {
            // Written aside first: a host that is killed leaves a whole mail or none.
            var path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{mail.Id}.json");
            File.WriteAllText($"{path}.new", JsonSerializer.Serialize(mail, Json));
            File.Move($"{path}.new", path);
        }

        return mail;
    }

    private bool HasBounced(string email) =>
        _mails.Values.SelectMany(mail => mail.Deliveries).Any(one => one.Event == "bounced" && one.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A mail in the mailbox: one envelope of what was sent, with every link in its plain text, and what became of it for each recipient.</summary>
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

/// <summary>What became of a mail for one recipient: delivered, bounced or blocked by the receiving server, dropped before that; and why, in SendGrid's words.</summary>
internal sealed partial record Delivery(string Email, string Event, string? Reason = null)
{
    /// <summary>
    /// SendGrid accepts a mail and drops it afterwards for an address that is not valid, where an earlier mail bounced, or on its suppression lists. How an
    /// address behaves here says a tag in it: anna+bounce@, +block@ (for now only), +spam@ and +unsubscribe@ (the reader said so earlier).
    /// </summary>
    public static Delivery Of(string email, Func<string, bool> hasBounced) => email[..email.LastIndexOf('@')].Split('+')[^1] switch
    {
        _ when email.Length > 254 || !Deliverable().IsMatch(email) => new(email, "dropped", "Invalid"),
        _ when hasBounced(email) => new(email, "dropped", "Bounced Address"),
        "bounce" => new(email, "bounced", "550 5.1.1 The email account that you tried to reach does not exist."),
        "block" => new(email, "blocked", "554 5.7.1 The message was refused for the address that it came from."),
        "spam" => new(email, "dropped", "Spam Reporting Address"),
        "unsubscribe" => new(email, "dropped", "Unsubscribed Address"),
        _ => new(email, "delivered"),
    };

    // RFC 5321 without quoted local parts, which hardly any server takes.
    [GeneratedRegex(@"^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_]([\w-]{0,61}[^\W_])$")]
    private static partial Regex Deliverable();
}
