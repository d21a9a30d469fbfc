using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>What is written of an entry of the work index; no action when storage has it already.</summary>
internal sealed record WorkWrite(WorkEntry Entry, TableTransactionAction? Action)
{
    /// <summary>Decides what is written of an entry. Who calls it holds the index's lock.</summary>
    public static WorkWrite Take(WorkEntry entry)
    {
        var row = entry.Row.Write();
        if (entry.IsWanted)
        {
            return new(entry, entry.IsStored ? null : new(TableTransactionActionType.UpsertReplace, row));
        }

        // From here on the row may be gone: who holds the instance now has to wait for a new one.
        var wasStored = entry.IsStored;
        entry.IsStored = false;
        entry.Stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return new(entry, wasStored ? new(TableTransactionActionType.Delete, row, ETag.All) : null);
    }

    /// <summary>Writes a batch in one transaction. Doing so again does no harm.</summary>
    public static async Task SubmitAsync(TaskHubStorage storage, List<WorkWrite> batch, CancellationToken cancellation)
    {
        var actions = batch.Select(write => write.Action).OfType<TableTransactionAction>().ToList();
        try
        {
            if (actions.Count > 0)
            {
                await storage.Work.SubmitTransactionAsync(actions, cancellation);
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // A row to remove was gone already, and that refused the whole transaction.
            foreach (var action in actions)
            {
                await (action.ActionType == TableTransactionActionType.Delete
                    ? storage.Work.DeleteEntityAsync(action.Entity, ETag.All, cancellation)
                    : storage.Work.UpsertEntityAsync(action.Entity, TableUpdateMode.Replace, cancellation));
            }
        }
    }
}
