using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

// The calls on rows.
internal sealed partial class TableRest
{
    internal HttpMessage Insert(string table, ITableEntity entity)
    {
        var message = Message(RequestMethod.Post, $"/{table}");
        SetBody(message.Request, EntityJson.Write(entity));
        return message;
    }

    internal HttpMessage Update(string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch)
    {
        var body = EntityJson.Write(entity);
        var message = Message(mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch, RowPath(table, entity.PartitionKey, entity.RowKey));
        SetBody(message.Request, body);
        if (ifMatch != default)
        {
            message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, ifMatch.ToString("H"));
        }

        return message;
    }

    internal HttpMessage Delete(string table, string partitionKey, string rowKey, ETag ifMatch)
    {
        var message = Message(RequestMethod.Delete, RowPath(table, partitionKey, rowKey));
        message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        return message;
    }

    internal async Task<Response<T>> GetAsync<T>(string table, string partitionKey, string rowKey, IEnumerable<string>? select, bool async, CancellationToken cancellationToken)
    {
        var response = await SendAsync(Get(table, partitionKey, rowKey, select), async, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(EntityJson.Read<T>(response.Content), response);
    }

    internal async Task<NullableResponse<T>> GetIfExistsAsync<T>(string table, string partitionKey, string rowKey, IEnumerable<string>? select, bool async, CancellationToken cancellationToken)
    {
        var response = await SendAsync(Get(table, partitionKey, rowKey, select), async, cancellationToken, tolerated: 404).ConfigureAwait(false);
        return response.Status == 404 ? new NoValueResponse<T>(response) : Response.FromValue(EntityJson.Read<T>(response.Content), response);
    }

    internal async Task<Page<T>> QueryAsync<T>(string table, string? filter, string? select, string? token, int? size, bool async, CancellationToken cancellationToken)
        where T : notnull
    {
        var message = Message(RequestMethod.Get, $"/{table}()");
        AddQuery(message, ("$filter", filter), ("$select", select), ("$top", size?.ToString(CultureInfo.InvariantCulture)));
        if (ContinuationToken.TryParse(token, out var from))
        {
            AddQuery(message, ("NextPartitionKey", from.PartitionKey), ("NextRowKey", from.RowKey));
        }

        var response = await SendAsync(message, async, cancellationToken).ConfigureAwait(false);
        return Page<T>.FromValues(EntityJson.ReadAll<T>(response.Content), ContinuationToken.In(response.Headers), response);
    }

    private HttpMessage Get(string table, string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        var message = Message(RequestMethod.Get, RowPath(table, partitionKey, rowKey));
        AddQuery(message, ("$select", select is null ? null : string.Join(',', select)));
        return message;
    }
}
