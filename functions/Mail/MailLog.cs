using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Mail;

/// <summary>Table <c>MailLog</c>: which mail of which case went out, without its words or its address.</summary>
public sealed class MailLog(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.MailLog);

    /// <summary>What became of the mail with this key earlier, or null when it was not tried or only in vain.</summary>
    public async Task<SentMail?> FindAsync(MailKey key, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<Row>(key.CaseId, key.Step, cancellationToken: cancellation);
        return found.HasValue ? MailOf(found.Value!) : null;
    }

    /// <summary>Remembers what became of a mail.</summary>
    public Task RememberAsync(MailKey key, SentMail mail, CancellationToken cancellation)
    {
        var row = new Row
        {
            PartitionKey = key.CaseId,
            RowKey = key.Step,
            Kind = key.Kind.ToString(),
            Outcome = mail.Outcome.ToString(),
            SentAt = mail.At,
            Person = key.Person?.ToString(),
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The mails of a case to one person, oldest first.</summary>
    public async Task<IReadOnlyList<SentMail>> ListAsync(string caseId, Actor person, CancellationToken cancellation)
    {
        var mails = new List<SentMail>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {caseId} and Person eq {person.ToString()}");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            mails.Add(MailOf(row));
        }

        return [.. mails.OrderBy(mail => mail.At)];
    }

    private static SentMail MailOf(Row row) =>
        new(row.RowKey, row.Kind is { } kind ? Enum.Parse<MailKind>(kind) : null, row.SentAt, Enum.Parse<Posted>(row.Outcome));

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
    }
}

/// <summary>A mail that went out, or that the mail service refused.</summary>
/// <param name="Step">Names the mail within the case.</param>
/// <param name="Kind">What it is about; null in what was stored before mails had a kind.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">Whether the mail service took it.</param>
public sealed record SentMail(string Step, MailKind? Kind, DateTimeOffset At, Posted Outcome);
