using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

// Single rows and transactions.
public partial class TableClient
{
    /// <inheritdoc cref="AddEntityAsync"/>
    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Insert(Name, entity), async: false, cancellationToken).Done();

    /// <summary>Inserts a row; one that exists is an error (409, EntityAlreadyExists). The response's headers carry the new ETag.</summary>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Insert(Name, entity), async: true, cancellationToken);

    /// <inheritdoc cref="UpsertEntityAsync"/>
    public virtual Response UpsertEntity<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Update(Name, entity, mode, default), async: false, cancellationToken).Done();

    /// <summary>Inserts a row or merges into (or replaces) the one there is, whatever its version.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Update(Name, entity, mode, default), async: true, cancellationToken);

    /// <inheritdoc cref="UpdateEntityAsync"/>
    public virtual Response UpdateEntity<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Update(Name, entity, mode, Given(ifMatch)), async: false, cancellationToken).Done();

    /// <summary>Changes an existing row that has version <paramref name="ifMatch"/> (412, UpdateConditionNotSatisfied, when it has
    /// another; 404 when it is gone). <see cref="ETag.All"/> changes any version.</summary>
    /// <exception cref="ArgumentException"><paramref name="ifMatch"/> is default.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Update(Name, entity, mode, Given(ifMatch)), async: true, cancellationToken);

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntity(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(_rest.Delete(Name, partitionKey, rowKey, ifMatch), async: false, cancellationToken, tolerated: 404).Done();

    /// <summary>Deletes a row that has version <paramref name="ifMatch"/> (412 when it has another; default is any version). A missing
    /// row gives a response with status 404.</summary>
    public virtual Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(_rest.Delete(Name, partitionKey, rowKey, ifMatch), async: true, cancellationToken, tolerated: 404);

    /// <inheritdoc cref="GetEntityAsync"/>
    public virtual Response<T> GetEntity<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        _rest.GetAsync<T>(Name, partitionKey, rowKey, select, async: false, cancellationToken).Done();

    /// <summary>Reads a row, all of it or the properties that <paramref name="select"/> names; a missing row is an error (404, ResourceNotFound).</summary>
    public virtual Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        _rest.GetAsync<T>(Name, partitionKey, rowKey, select, async: true, cancellationToken);

    /// <inheritdoc cref="GetEntityIfExistsAsync"/>
    public virtual NullableResponse<T> GetEntityIfExists<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        _rest.GetIfExistsAsync<T>(Name, partitionKey, rowKey, select, async: false, cancellationToken).Done();

    /// <summary>Reads a row; a missing one gives a response without value.</summary>
    public virtual Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        _rest.GetIfExistsAsync<T>(Name, partitionKey, rowKey, select, async: true, cancellationToken);

    /// <inheritdoc cref="SubmitTransactionAsync"/>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        Transaction.SubmitAsync(_rest, Name, transactionActions, async: false, cancellationToken).Done();

    /// <summary>Does at most 100 actions on one partition, all or none; the answers stand in the order of the actions.</summary>
    /// <exception cref="TableTransactionFailedException">An action was refused; nothing was done.</exception>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public virtual Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        Transaction.SubmitAsync(_rest, Name, transactionActions, async: true, cancellationToken);

    private static ETag Given(ETag ifMatch) =>
        ifMatch == default ? throw new ArgumentException("Give the ETag that the row must have, or ETag.All.", nameof(ifMatch)) : ifMatch;
}
