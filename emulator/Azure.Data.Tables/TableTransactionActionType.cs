namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; fails when the row exists.</summary>
    Add = 0,

    /// <summary>Merges into an existing row that matches the action's ETag.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces an existing row that matches the action's ETag.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes; unlike outside a transaction it fails when the row is missing.</summary>
    Delete = 3,

    /// <summary>Inserts or merges.</summary>
    UpsertMerge = 4,

    /// <summary>Inserts or replaces.</summary>
    UpsertReplace = 5,
}
