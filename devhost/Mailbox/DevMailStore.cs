namespace Initiatiefloket.DevHost;

/// <summary>Keeps the mails in memory and, where a folder is given, each in a file there, so that they survive a restart.</summary>
/// <param name="folder">Where the files are; null for memory only.</param>
/// <param name="clock">Says when a mail arrived.</param>
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
        _last = Math.Max(_last, _mails.Count) + 1;
        var mail = ReceivedMail.Of($"{now.UtcTicks:D19}-{_last:D6}", now, sent, envelope, HasBounced);
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
