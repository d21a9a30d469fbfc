using System.Text.Json;

namespace Initiatiefloket.DevHost;

/// <summary>Keeps the mails in memory and, where a folder is given, each in a file there, so that they survive a restart.</summary>
/// <param name="folder">Where the files are; null for memory only.</param>
/// <param name="clock">Says when a mail arrived.</param>
internal sealed class DevMailStore(string? folder, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _lock = new();
    private readonly SortedList<string, ReceivedMail> _mails = Load(folder);
    private int _last;

    /// <summary>Adds one mail for each envelope. A second one with the same Message-ID for the same people is dropped, as a receiving server does.</summary>
    /// <returns>The id of the last one.</returns>
    public string Add(SendGridMail sent)
    {
        lock (_lock)
        {
            var id = "";
            foreach (var envelope in sent.Personalizations)
            {
                var now = clock.GetUtcNow();
                _last = Math.Max(_last, _mails.Count) + 1;
                id = $"{now.UtcTicks:D19}-{_last:D6}";
                Keep(ReceivedMail.Of(id, now, sent, envelope));
            }

            return id;
        }
    }

    /// <summary>All mails, newest first.</summary>
    public IReadOnlyList<ReceivedMail> List()
    {
        lock (_lock)
        {
            return [.. _mails.Values.Reverse()];
        }
    }

    /// <summary>A mail; null when there is none of that id.</summary>
    public ReceivedMail? Find(string id)
    {
        lock (_lock)
        {
            return _mails.GetValueOrDefault(id);
        }
    }

    /// <summary>Empties the mailbox.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _mails.Clear();
            if (folder is not null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private void Keep(ReceivedMail mail)
    {
        if (mail.MessageKey is { } key && _mails.Values.Any(before => before.MessageKey == key))
        {
            return;
        }

        _mails.Add(mail.Id, mail);
        if (folder is not null)
        {
            // Written aside first: a host that is killed leaves a whole mail or none.
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"{mail.Id}.json");
            File.WriteAllText($"{path}.new", JsonSerializer.Serialize(mail, Json));
            File.Move($"{path}.new", path);
        }
    }

    private static SortedList<string, ReceivedMail> Load(string? folder)
    {
        var mails = new SortedList<string, ReceivedMail>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            {
                var mail = JsonSerializer.Deserialize<ReceivedMail>(File.ReadAllText(file), Json)!;
                mails.Add(mail.Id, mail);
            }
        }

        return mails;
    }
}
