using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Documents;

/// <summary>
/// Table <c>Documents</c>: a row for each document, in the partition of its case; it is there only when its blob is. Beside them a row <c>places|{part}</c>, which
/// changes with each document that somebody attaches to that part: two who see the same free place cannot both take it.
/// </summary>
public sealed class DocumentTable(TableServiceClient tables)
{
    private const string PlacesPrefix = "places|";
    private const string PlacesEnd = "places}";
    private const string ClosedColumn = "Closed";

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
            if (!row.RowKey.StartsWith(PlacesPrefix, StringComparison.Ordinal))
            {
                documents.Add(row.ToStored());
            }
        }

        return [.. documents.OrderBy(stored => stored.Document.AddedAt).ThenBy(stored => stored.Document.Id, StringComparer.Ordinal)];
    }

    /// <summary>Adds a row.</summary>
    /// <returns>False when the owner has a document with this id.</returns>
    internal async Task<bool> TryAddAsync(StoredDocument stored, CancellationToken cancellation) =>
        await _table.TryWriteAsync(Row.Of(stored), over: null, cancellation) is not null;

    /// <summary>Adds a row, if its owner takes one more.</summary>
    /// <param name="stored">The row.</param>
    /// <param name="atMost">How many the owner may have; one of which only the entry is left takes no place.</param>
    internal Task<PlaceTaken> TryAddAsync(StoredDocument stored, int atMost, CancellationToken cancellation) =>
        Contention.WinAsync<PlaceTaken>("The documents of a case", async () =>
        {
            var owner = stored.Document.Owner;
            var seen = await _table.GetEntityIfExistsAsync<TableEntity>(owner.Case, PlacesOf(owner), cancellationToken: cancellation);
            if (seen.HasValue && seen.Value!.GetBoolean(ClosedColumn) == true)
            {
                return PlaceTaken.IsClosed;
            }

            // Counted after the places were looked at: whoever adds one meanwhile changes these.
            var others = (await ListAsync(owner.Case, cancellation)).Count(other => other.Document.Owner == owner && other.Document.State != DocumentState.Refused);
            if (others >= atMost)
            {
                return PlaceTaken.IsFull;
            }

            var places = new TableEntity(owner.Case, PlacesOf(owner));
            TableTransactionAction[] actions =
            [
                seen.HasValue ? new(TableTransactionActionType.UpdateReplace, places, seen.Value!.ETag) : new(TableTransactionActionType.Add, places),
                new(TableTransactionActionType.Add, Row.Of(stored)),
            ];
            try
            {
                await _table.SubmitTransactionAsync(actions, cancellation);
                return PlaceTaken.Now;
            }
            catch (TableTransactionFailedException exception) when (Contention.IsConflict(exception))
            {
                return null;
            }
        });

    /// <summary>Forgets how many places there are in a case that has no documents any more.</summary>
    internal Task ForgetPlacesAsync(string caseId, CancellationToken cancellation) => _table.RemoveWhereAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {caseId} and RowKey ge {PlacesPrefix} and RowKey lt {PlacesEnd}"), int.MaxValue, cancellation);

    /// <summary>From here on the owner takes no more. May be repeated.</summary>
    internal Task CloseAsync(DocumentOwner owner, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(owner.Case, PlacesOf(owner)) { [ClosedColumn] = true }, TableUpdateMode.Replace, cancellation);

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

    private static string PlacesOf(DocumentOwner owner) => PlacesPrefix + owner.Part;

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

/// <summary>Whether there was a place for one more document.</summary>
internal enum PlaceTaken
{
    /// <summary>It is attached.</summary>
    Now,

    /// <summary>Its owner has as many as it may have.</summary>
    IsFull,

    /// <summary>Its owner takes no more: a form that was sent.</summary>
    IsClosed,
}
