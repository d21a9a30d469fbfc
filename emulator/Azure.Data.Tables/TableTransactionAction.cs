namespace Azure.Data.Tables;

/// <summary>One of at most 100 actions, all on one partition, that succeed or fail together.</summary>
/// <param name="actionType">What to do.</param>
/// <param name="entity">The row to do it to.</param>
/// <param name="etag">The version that the row must have. Without it a delete is unconditional, and an update has no
/// condition at all: the service then inserts a missing row.</param>
public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    /// <summary>An action without a condition on the row's version.</summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>What to do.</summary>
    public TableTransactionActionType ActionType { get; } = actionType;

    /// <summary>The row to do it to.</summary>
    public ITableEntity Entity { get; } = entity ?? throw new ArgumentNullException(nameof(entity));

    /// <summary>The version that the row must have, or default.</summary>
    public ETag ETag { get; } = etag;
}
