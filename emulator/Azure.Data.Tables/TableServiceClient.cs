using System.Linq.Expressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>The tables of a storage account. Safe for use by many threads.</summary>
/// <remarks>Every call throws <see cref="RequestFailedException"/> as <see cref="TableClient"/> does.</remarks>
public class TableServiceClient
{
    private readonly TableRest _rest = null!;

    /// <summary>For mocking.</summary>
    protected TableServiceClient()
    {
    }

    /// <inheritdoc cref="TableServiceClient(string, TableClientOptions)"/>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>By connection string; <c>UseDevelopmentStorage=true</c> is Azurite on its usual port.</summary>
    /// <exception cref="FormatException">The connection string is not complete.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        _rest = ConnectionString.Parse(connectionString).Connect(options ?? new TableClientOptions());

    /// <inheritdoc cref="TableServiceClient(Uri, AzureSasCredential, TableClientOptions)"/>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>By a shared access signature.</summary>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null) =>
        _rest = TableRest.Connect(endpoint, new SasPolicy(credential), options);

    /// <summary>By an identity of Entra ID.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _rest = TableRest.Connect(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, TableRest.TokenScope), options);

    /// <summary>By an address that carries a shared access signature itself.</summary>
    public TableServiceClient(Uri endpoint, TableClientOptions? options = null) =>
        _rest = TableRest.Connect(endpoint, SasPolicy.In(endpoint), options);

    /// <inheritdoc cref="TableServiceClient(Uri, TableSharedKeyCredential, TableClientOptions)"/>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>By the account's key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        _rest = TableRest.Connect(endpoint, new SharedKeyLitePolicy(credential), options);

    /// <summary>The storage account.</summary>
    public virtual string AccountName => _rest.AccountName;

    /// <summary>The service's address.</summary>
    public virtual Uri Uri => _rest.Endpoint;

    /// <inheritdoc cref="TableClient.CreateQueryFilter(FormattableString)"/>
    public static string CreateQueryFilter(FormattableString filter) => FilterText.From(filter);

    /// <summary>An OData filter from an expression; a table's name is the only property.</summary>
    public static string CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => FilterExpression.Translate(filter);

    /// <summary>A client of one table, which need not exist; it shares this client's pipeline.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_rest, tableName);

    /// <inheritdoc cref="CreateTableAsync"/>
    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(tableName, mayExist: false, async: false, cancellationToken).Done();

    /// <summary>Creates a table; one that exists is an error (TableAlreadyExists).</summary>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(tableName, mayExist: false, async: true, cancellationToken);

    /// <inheritdoc cref="CreateTableIfNotExistsAsync"/>
    public virtual Response<TableItem> CreateTableIfNotExists(string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(tableName, mayExist: true, async: false, cancellationToken).Done();

    /// <summary>Creates a table unless it exists; then the raw response has status 409.</summary>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(tableName, mayExist: true, async: true, cancellationToken);

    /// <inheritdoc cref="DeleteTableAsync"/>
    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default) =>
        _rest.DeleteTableAsync(tableName, async: false, cancellationToken).Done();

    /// <summary>Deletes a table with its rows; a missing table gives a response with status 404.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _rest.DeleteTableAsync(tableName, async: true, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, int?, CancellationToken)"/>
    public virtual Pageable<TableItem> Query(FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Query(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, int?, CancellationToken)"/>
    public virtual Pageable<TableItem> Query(Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Query(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, int?, CancellationToken)"/>
    public virtual Pageable<TableItem> Query(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>((token, size, async) => _rest.QueryTablesAsync(filter, token, size, async, cancellationToken), maxPerPage);

    /// <summary>The account's tables in order of name, fetched page by page; <paramref name="filter"/> is OData on <c>TableName</c>.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new AsyncPages<TableItem>((token, size, async) => _rest.QueryTablesAsync(filter, token, size, async, cancellationToken), maxPerPage);
}
