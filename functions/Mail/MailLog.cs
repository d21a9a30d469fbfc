using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Mail;

/// <summary>Table <c>MailLog</c>: which mail of which case went out, without its words or its address.</summary>
public sealed class MailLog(TableServiceClient tables) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.MailLog];

    // As they stood before there was more to tell of a mail than this.
    private const string Taken = "Now";
    private const string Refused = nameof(MailFate.Refused);
    private const string Offered = nameof(MailFate.Offered);

    private readonly TableClient _table = tables.GetTableClient(TableNames.MailLog);

    /// <summary>What the mail service said of the mail with this key earlier; null when it was not tried, or when what it said is not known.</summary>
    public async Task<SentMail?> FindAsync(MailKey key, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<Row>(key.CaseId, key.Step, cancellationToken: cancellation);
        return found.HasValue && MailOf(found.Value!) is { Fate: not MailFate.Offered } mail ? mail : null;
    }

    /// <summary>Remembers that a mail is about to go to the mail service: whoever is killed after that may have sent it.</summary>
    /// <returns>The mail, to be remembered with what the mail service says.</returns>
    public async Task<SentMail> OfferAsync(MailKey key, string addressKey, DateTimeOffset now, CancellationToken cancellation)
    {
        var mail = new SentMail(key.Step, key.Kind, now, MailFate.Offered) { AddressKey = addressKey, Person = key.Person };
        await _table.UpsertEntityAsync(RowOf(key, mail, Offered), TableUpdateMode.Replace, cancellation);
        return mail;
    }

    /// <summary>Remembers whether the mail service took a mail that was offered. What it told of it since then stays.</summary>
    public Task RememberAsync(MailKey key, SentMail offered, bool isTaken, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(RowOf(key, offered, isTaken ? Taken : Refused), TableUpdateMode.Merge, cancellation);

    /// <summary>The mails of a case to one person, oldest first.</summary>
    public Task<IReadOnlyList<SentMail>> ListAsync(string caseId, Actor person, CancellationToken cancellation) =>
        ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {caseId} and Person eq {person.ToString()}"), cancellation);

    /// <summary>All mails of a case, oldest first.</summary>
    public Task<IReadOnlyList<SentMail>> ListAllAsync(string caseId, CancellationToken cancellation) =>
        ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {caseId}"), cancellation);

    /// <summary>The mails of a case with steps that begin like this and of which the mail service said something, oldest first.</summary>
    public async Task<IReadOnlyList<SentMail>> ListByStepAsync(string caseId, string beginning, CancellationToken cancellation)
    {
        var end = beginning[..^1] + (char)(beginning[^1] + 1);
        var mails = await ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {caseId} and RowKey ge {beginning} and RowKey lt {end}"), cancellation);
        return [.. mails.Where(mail => mail.Fate != MailFate.Offered)];
    }

    /// <summary>Marks what became of a mail that was taken, unless worse is known. Marking it twice changes nothing.</summary>
    /// <returns>The mail as it stands then; null when no such mail is remembered, which may be a matter of a moment, or it was refused.</returns>
    public async Task<SentMail?> MarkAsync(string caseId, string step, MailFate fate, CancellationToken cancellation)
    {
        var marked = await Contention.WinAsync<Marked>(caseId, async () =>
        {
            var found = await _table.GetEntityIfExistsAsync<Row>(caseId, step, cancellationToken: cancellation);
            if (!found.HasValue || MailOf(found.Value!) is not { Fate: not MailFate.Refused } mail)
            {
                return new Marked(null);
            }

            if (mail.Fate >= fate)
            {
                return new Marked(mail);
            }

            found.Value!.Fate = fate.ToString();
            return await _table.TryWriteAsync(found.Value, found.Value.ETag, cancellation) is null ? null : new Marked(mail with { Fate = fate });
        });
        return marked.Mail;
    }

    /// <summary>Mails before a moment that were about no case, such as digests and overviews: those of a case go with it.</summary>
    public static string AboutNoCaseBefore(DateTimeOffset moment) => TableClient.CreateQueryFilter(
        $"SentAt lt {moment} and (PartitionKey lt {InitiativeId.Prefix} or PartitionKey ge {InitiativeId.Prefix[..^1] + (char)(InitiativeId.Prefix[^1] + 1)})");

    /// <summary>Forgets all mails of a case. May be repeated.</summary>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) => _table.RemovePartitionAsync(initiativeId, cancellation);

    private async Task<IReadOnlyList<SentMail>> ListAsync(string filter, CancellationToken cancellation)
    {
        var mails = new List<SentMail>();
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            mails.Add(MailOf(row));
        }

        return [.. mails.OrderBy(mail => mail.At)];
    }

    private static SentMail MailOf(Row row) => new(
        row.RowKey, row.Kind is { } kind ? Enum.Parse<MailKind>(kind) : null, row.SentAt, FateOf(row))
    {
        AddressKey = row.AddressKey,
        Person = row.Person is { } person ? Actor.Read(person) : null,
    };

    private static MailFate FateOf(Row row) => row.Fate is { } told ? Enum.Parse<MailFate>(told)
        : row.Outcome == Refused ? MailFate.Refused
        : row.Outcome == Offered ? MailFate.Offered
        : MailFate.Taken;

    private static Row RowOf(MailKey key, SentMail mail, string outcome) => new()
    {
        PartitionKey = key.CaseId,
        RowKey = key.Step,
        Kind = key.Kind.ToString(),
        Outcome = outcome,
        SentAt = mail.At,
        Person = mail.Person?.ToString(),
        AddressKey = mail.AddressKey,
    };

    private sealed record Marked(SentMail? Mail);

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Kind { get; set; }

        public string Outcome { get; set; } = "";

        public DateTimeOffset SentAt { get; set; }

        public string? Person { get; set; }

        public string? AddressKey { get; set; }

        /// <summary>What the mail service told later; null when it told nothing.</summary>
        public string? Fate { get; set; }
    }
}

/// <summary>A mail that was given to the mail service.</summary>
/// <param name="Step">Names the mail within the case.</param>
/// <param name="Kind">What it is about; null in what was stored before mails had a kind.</param>
/// <param name="At">When.</param>
/// <param name="Fate">What is known to have become of it.</param>
public sealed record SentMail(string Step, MailKind? Kind, DateTimeOffset At, MailFate Fate)
{
    /// <summary>Whom it was for; null where a mail has no person.</summary>
    public Actor? Person { get; init; }

    /// <summary>Whether it is known that it did not arrive.</summary>
    public bool HasFailed => Fate.IsFailure;

    /// <summary>Tells the address from another one (<see cref="MailKey.AddressKeyOf"/>); null in what was stored before it was noted.</summary>
    public string? AddressKey { get; init; }
}

/// <summary>What is known to have become of a mail. Of two, the later one in this list counts, in whatever order they are told.</summary>
public enum MailFate
{
    /// <summary>It was on its way to the mail service; what that said of it is not known, or not yet.</summary>
    Offered,

    /// <summary>The mail service took it.</summary>
    Taken,

    /// <summary>The mail service did not take it.</summary>
    Refused,

    /// <summary>The receiving server does not take it yet; the mail service goes on trying.</summary>
    Delayed,

    /// <summary>The receiving server took it.</summary>
    Delivered,

    /// <summary>It arrived, and the reader said that it is spam.</summary>
    ReportedAsSpam,

    /// <summary>The receiving server did not take it this time; another mail may arrive (a soft bounce).</summary>
    Blocked,

    /// <summary>The mail service did not send it after all: the address is not valid, or mail to it came back before.</summary>
    Dropped,

    /// <summary>The receiving server does not know the address (a hard bounce).</summary>
    Bounced,
}

/// <summary>What follows from the fate of a mail.</summary>
public static class MailFates
{
    extension(MailFate fate)
    {
        /// <summary>Whether the mail did not arrive and will not.</summary>
        public bool IsFailure => fate switch
        {
            MailFate.Refused or MailFate.Blocked or MailFate.Dropped or MailFate.Bounced => true,
            MailFate.Offered or MailFate.Taken or MailFate.Delayed or MailFate.Delivered or MailFate.ReportedAsSpam => false,
            _ => throw new UnreachableException(),
        };

        /// <summary>As the coordinator reads it.</summary>
        public string InDutch => fate switch
        {
            MailFate.Offered => "onderweg",
            MailFate.Taken => "verstuurd",
            MailFate.Refused => "niet verstuurd: geweigerd",
            MailFate.Delayed => "verstuurd, nog niet aangenomen",
            MailFate.Delivered => "aangekomen",
            MailFate.ReportedAsSpam => "aangekomen, als spam gemeld",
            MailFate.Blocked => "niet aangekomen: tegengehouden",
            MailFate.Dropped => "niet verstuurd: het adres werkt niet",
            MailFate.Bounced => "niet aangekomen: het adres bestaat niet",
            _ => throw new UnreachableException(),
        };
    }
}
