using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Documents;

/// <summary>Table <c>Documents</c>: a row for each document, in the partition of its case; it is there only when its blob is.</summary>
public sealed class DocumentTable(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.Documents);

    internal async Task<StoredDocument?> FindAsync(DocumentOwner owner, string id, CancellationToken cancellation)
    {
        if (!IsId(id))
        {
            return null;
        }

        var found = await _table.GetEntityIfExistsAsync<Row>(owner.Case, KeyOf(owner, id), cancellationToken: cancellation);
        return found.HasValue ? found.Value!.ToStored() : null;
    }

    /// <summary>All documents of a case, in the order in which they were added.</summary>
    internal async Task<IReadOnlyList<StoredDocument>> ListAsync(string caseId, CancellationToken cancellation)
    {
        var documents = new List<StoredDocument>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {caseId}");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            documents.Add(row.ToStored());
        }

        return [.. documents.OrderBy(stored => stored.Document.AddedAt).ThenBy(stored => stored.Document.Id, StringComparer.Ordinal)];
    }

    /// <summary>Adds a row.</summary>
    /// <returns>False when the owner has a document with this id.</returns>
    internal async Task<bool> TryAddAsync(StoredDocument stored, CancellationToken cancellation) =>
        await _table.TryWriteAsync(Row.Of(stored), over: null, cancellation) is not null;

    /// <summary>Changes the state of a document.</summary>
    /// <returns>False when it is no longer there.</returns>
    internal async Task<bool> TrySetStateAsync(StoredDocument stored, DocumentState state, CancellationToken cancellation)
    {
        var row = Row.Of(stored with { Document = stored.Document with { State = state } });
        try
        {
            await _table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }

    /// <summary>Removes a row; one that is not there is no problem.</summary>
    internal Task RemoveAsync(Document document, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(document.Owner.Case, KeyOf(document.Owner, document.Id), ETag.All, cancellation);

    private static string KeyOf(DocumentOwner owner, string id) => $"{owner.Part}|{id}";

    // Ids come from addresses; some characters are not allowed in a key.
    private static bool IsId(string id) => id.Length > 0 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string Part { get; set; } = "";

        public string Id { get; set; } = "";

        public string FileName { get; set; } = "";

        public string Kind { get; set; } = "";

        public long Bytes { get; set; }

        public DateTimeOffset AddedAt { get; set; }

        public string State { get; set; } = "";

        public string BlobName { get; set; } = "";

        public static Row Of(StoredDocument stored) => new()
        {
            PartitionKey = stored.Document.Owner.Case,
            RowKey = KeyOf(stored.Document.Owner, stored.Document.Id),
            Part = stored.Document.Owner.Part,
            Id = stored.Document.Id,
            FileName = stored.Document.FileName,
            Kind = stored.Document.Kind.ToString(),
            Bytes = stored.Document.Bytes,
            AddedAt = stored.Document.AddedAt,
            State = stored.Document.State.ToString(),
            BlobName = stored.BlobName,
        };

        public StoredDocument ToStored() => new(
            new Document(
                new DocumentOwner(PartitionKey, Part), Id, FileName, Enum.Parse<DocumentKind>(Kind), Bytes, AddedAt, Enum.Parse<DocumentState>(State)),
            BlobName);
    }
}
