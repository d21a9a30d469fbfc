using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>An entity-group transaction: a multipart body with one change set.</summary>
/// <remarks>Source: https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions.</remarks>
internal static class Transaction
{
    // Constant, because a line of a body never starts with a dash: it is JSON on one line.
    private const string Batch = "batch_5f3c1f0e-8e0b-4d37-9a51-6f9c2d1b7a10";
    private const string ChangeSet = "changeset_0b9a6c52-2f1d-4c86-b7a4-c1e0d8f3a921";

    internal static async Task<Response<IReadOnlyList<Response>>> SubmitAsync(
        TableRest rest, string table, IEnumerable<TableTransactionAction> actions, bool async, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var message = rest.Batch(Body(rest, table, actions), $"multipart/mixed; boundary={Batch}");
        var response = await rest.SendAsync(message, async, cancellationToken).ConfigureAwait(false);
        var parts = ResponsePart.Parse(response);
        return parts is [{ IsRefusal: true } refusal]
            ? throw new TableTransactionFailedException(new RequestFailedException(refusal, null, TableErrorParser.Instance))
            : Response.FromValue<IReadOnlyList<Response>>(parts, response);
    }

    private static byte[] Body(TableRest rest, string table, IEnumerable<TableTransactionAction> actions)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        Text(body, $"--{Batch}\r\nContent-Type: multipart/mixed; boundary={ChangeSet}\r\n\r\n");
        var isEmpty = true;
        foreach (var action in actions)
        {
            isEmpty = false;
            Text(body, $"--{ChangeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Part(body, rest.Endpoint.AbsoluteUri.TrimEnd('/'), table, action);
        }

        Text(body, $"--{ChangeSet}--\r\n\r\n--{Batch}--\r\n");
        return isEmpty ? throw new InvalidOperationException("The transaction has no actions.") : body.WrittenSpan.ToArray();
    }

    private static void Part(ArrayBufferWriter<byte> body, string endpoint, string table, TableTransactionAction action)
    {
        var entity = action.Entity;
        var isAdd = action.ActionType == TableTransactionActionType.Add;
        var path = isAdd ? $"/{table}" : TableRest.RowPath(table, entity.PartitionKey, entity.RowKey);
        Text(body, $"{Method(action.ActionType)} {endpoint}{path} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (IfMatch(action) is { } version)
        {
            Text(body, $"If-Match: {version.ToString("H")}\r\n");
        }

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Text(body, "\r\n\r\n");
            return;
        }

        var json = EntityJson.Write(entity);
        Text(body, $"Prefer: return-no-content\r\nContent-Type: application/json\r\nContent-Length: {json.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n");
        body.Write(json);
        Text(body, "\r\n");
    }

    private static RequestMethod Method(TableTransactionActionType action) => action switch
    {
        TableTransactionActionType.Add => RequestMethod.Post,
        TableTransactionActionType.Delete => RequestMethod.Delete,
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => RequestMethod.Patch,
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => RequestMethod.Put,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static ETag? IfMatch(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => action.ETag == default ? ETag.All : action.ETag,
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace when action.ETag != default => action.ETag,
        _ => null,
    };

    private static void Text(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
