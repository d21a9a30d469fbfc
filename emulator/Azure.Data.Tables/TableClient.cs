using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table: its rows, queries and transactions. Safe for use by many threads.</summary>
/// <remarks>Every call throws <see cref="RequestFailedException"/> with the service's status and
/// <see cref="RequestFailedException.ErrorCode"/> when the service refuses, after the retries of Azure.Core.</remarks>
public partial class TableClient
{
    private readonly TableRest _rest = null!;

    /// <summary>For mocking.</summary>
    protected TableClient()
    {
    }

    /// <inheritdoc cref="TableClient(string, string, TableClientOptions)"/>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>By connection string; <c>UseDevelopmentStorage=true</c> is Azurite on its usual port.</summary>
    /// <exception cref="FormatException">The connection string is not complete.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(ConnectionString.Parse(connectionString).Connect(options ?? new TableClientOptions()), tableName)
    {
    }

    /// <summary>By a shared access signature.</summary>
    /// <param name="endpoint">Address of the table itself.</param>
    /// <param name="credential">The signature.</param>
    /// <param name="options">Retries, policies and so on.</param>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
        : this(TableRest.Connect(endpoint.Parent(), new SasPolicy(credential), options), endpoint.LastSegment())
    {
    }

    /// <summary>By an address of the table that carries a shared access signature itself.</summary>
    public TableClient(Uri endpoint, TableClientOptions? options = null)
        : this(TableRest.Connect(endpoint.Parent(), SasPolicy.In(endpoint), options), endpoint.LastSegment())
    {
    }

    /// <summary>By an identity of Entra ID.</summary>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableRest.Connect(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, TableRest.TokenScope), options), tableName)
    {
    }

    /// <inheritdoc cref="TableClient(Uri, string, TableSharedKeyCredential, TableClientOptions)"/>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <summary>By the account's key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableRest.Connect(endpoint, new SharedKeyLitePolicy(credential), options), tableName)
    {
    }

    internal TableClient(TableRest rest, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _rest = rest;
        Name = tableName;
        Uri = new Uri($"{rest.Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{tableName}");
    }

    /// <summary>The storage account.</summary>
    public virtual string AccountName => _rest.AccountName;

    /// <summary>The table's name.</summary>
    public virtual string Name { get; } = null!;

    /// <summary>The table's address, without signature.</summary>
    public virtual Uri Uri { get; } = null!;

    /// <inheritdoc cref="CreateAsync"/>
    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(Name, mayExist: false, async: false, cancellationToken).Done();

    /// <summary>Creates the table; a table that exists is an error (TableAlreadyExists).</summary>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(Name, mayExist: false, async: true, cancellationToken);

    /// <inheritdoc cref="CreateIfNotExistsAsync"/>
    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(Name, mayExist: true, async: false, cancellationToken).Done();

    /// <summary>Creates the table unless it exists; then the raw response has status 409.</summary>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(Name, mayExist: true, async: true, cancellationToken);

    /// <inheritdoc cref="DeleteAsync"/>
    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        _rest.DeleteTableAsync(Name, async: false, cancellationToken).Done();

    /// <summary>Deletes the table with its rows; a missing table gives a response with status 404.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _rest.DeleteTableAsync(Name, async: true, cancellationToken);
}
