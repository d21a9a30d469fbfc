using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>The calls of the Table REST API on Azure.Core's pipeline.</summary>
/// <remarks>Source: https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api.</remarks>
internal sealed partial class TableRest
{
    internal const string TokenScope = "https://storage.azure.com/.default";
    private const string NoContent = "return-no-content";
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableRest(Uri endpoint, HttpPipeline pipeline, string version)
    {
        Endpoint = endpoint;
        _pipeline = pipeline;
        _version = version;
    }

    internal Uri Endpoint { get; }

    // Azurite and other single hosts have the account in the path, Azure has it in the host name.
    internal string AccountName => Endpoint.AbsolutePath.Length > 1 ? Endpoint.Segments[1].TrimEnd('/') : Endpoint.Host.Split('.')[0];

    internal static TableRest Connect(Uri endpoint, HttpPipelinePolicy? authentication, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new TableClientOptions();
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrorParser.Instance };
        if (authentication is not null)
        {
            pipeline.PerRetryPolicies.Add(authentication);
        }

        return new(new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')), HttpPipelineBuilder.Build(pipeline), options.VersionHeader);
    }

    internal static string RowPath(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Escaped(partitionKey)}',RowKey='{Escaped(rowKey)}')";

    internal async Task<Response> SendAsync(HttpMessage message, bool async, CancellationToken cancellationToken, int tolerated = 0)
    {
        using (message)
        {
            if (async)
            {
                await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                _pipeline.Send(message, cancellationToken);
            }

            var response = message.Response;
            return response.IsError && response.Status != tolerated ? throw new RequestFailedException(response) : response;
        }
    }

    internal async Task<Response<TableItem>> CreateTableAsync(string table, bool mayExist, bool async, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        var message = Message(RequestMethod.Post, "/Tables");
        SetBody(message.Request, EntityJson.WriteTableName(table));
        try
        {
            return Response.FromValue(new TableItem(table), await SendAsync(message, async, cancellationToken).ConfigureAwait(false));
        }
        catch (RequestFailedException failure) when (mayExist && TableErrorCode.TableAlreadyExists.Equals((TableErrorCode)(failure.ErrorCode ?? "")))
        {
            return Response.FromValue(new TableItem(table), failure.GetRawResponse()!);
        }
    }

    internal Task<Response> DeleteTableAsync(string table, bool async, CancellationToken cancellationToken) =>
        SendAsync(Message(RequestMethod.Delete, $"/Tables('{Escaped(table)}')"), async, cancellationToken, tolerated: 404);

    internal async Task<Page<TableItem>> QueryTablesAsync(string? filter, string? token, int? size, bool async, CancellationToken cancellationToken)
    {
        var message = Message(RequestMethod.Get, "/Tables");
        AddQuery(message, ("$filter", filter), ("$top", size?.ToString(CultureInfo.InvariantCulture)), ("NextTableName", token));
        var response = await SendAsync(message, async, cancellationToken).ConfigureAwait(false);
        var tables = EntityJson.ReadAll<TableEntity>(response.Content).ConvertAll(row => new TableItem(row.GetString("TableName")));
        return Page<TableItem>.FromValues(tables, response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next) ? next : null, response);
    }

    internal HttpMessage Batch(byte[] body, string contentType)
    {
        var message = Message(RequestMethod.Post, "/$batch");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, contentType);
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    // Quotes are doubled for OData, then the whole is escaped for the address.
    private static string Escaped(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
    }

    private static void SetBody(Request request, byte[] json)
    {
        request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        request.Headers.SetValue(HttpHeader.Names.Prefer, NoContent);
        request.Content = RequestContent.Create(json);
    }

    private static void AddQuery(HttpMessage message, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                message.Request.Uri.AppendQuery(name, value, escapeValue: true);
            }
        }
    }

    private HttpMessage Message(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.SetValue(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue("x-ms-version", _version);
        return message;
    }
}
