using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Stores new instances and messages, and wakes those that they are for. When a call returns nothing of it can get lost.</summary>
internal sealed class Intake(TaskHub hub, WorkIndex index, Action<string, Message> post)
{
    /// <summary>Stores a new instance and wakes it.</summary>
    /// <returns>The instance that is in the way, or null.</returns>
    public async Task<InstanceRow?> CreateAsync(InstanceRow row, CancellationToken cancellation)
    {
        await index.HoldAsync(row.Id);
        StoredInstance? created = null;
        try
        {
            (created, var existing) = await hub.Instances.CreateAsync(row, cancellation);
            return existing;
        }
        finally
        {
            Wake(row.Id, new Message(null) { Created = created });
        }
    }

    /// <summary>Puts a new instance in the place of a finished one and wakes it.</summary>
    /// <exception cref="ConflictException">The other one is not finished.</exception>
    public async Task ReplaceAsync(InstanceRow row, CancellationToken cancellation)
    {
        await index.HoldAsync(row.Id);
        try
        {
            await hub.Instances.ReplaceAsync(row, cancellation);
        }
        finally
        {
            Wake(row.Id, new Message(null) { Reload = true });
        }
    }

    /// <summary>Stores a message for an instance and wakes it.</summary>
    public async Task SendAsync(string instanceId, HistoryEvent.Inbound message, CancellationToken cancellation)
    {
        var held = index.HoldAsync(instanceId);
        InboxMessage? stored = null;
        try
        {
            stored = await hub.Instances.AddMessageAsync(instanceId, message, cancellation);
            await held;
        }
        finally
        {
            // A message whose storing failed may be stored nevertheless.
            Wake(instanceId, stored is null ? new Message(null) { Reload = true } : new Message(message) { InboxKey = stored.RowKey });
        }
    }

    /// <summary>Posts a message to an instance that was held for it, which ends when the message is dealt with.</summary>
    public void Wake(string instanceId, Message message) =>
        post(instanceId, message with { Consumed = () => index.Release(instanceId) });
}
