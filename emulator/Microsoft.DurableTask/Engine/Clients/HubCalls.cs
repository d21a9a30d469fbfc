using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Running;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Clients;

/// <summary>
/// Changes that clients ask for. What is asked is stored when a call returns; then the engine is woken, directly when it runs in
/// this process and else by a notification.
/// </summary>
internal sealed class HubCalls(TaskHub hub)
{
    /// <returns>The instance that is in the way, or null.</returns>
    public async Task<InstanceRow?> CreateAsync(InstanceRow row, CancellationToken cancellation)
    {
        InstanceRow? existing = null;
        await CallAsync(
            row.Id,
            async engine => existing = await engine.Intake.CreateAsync(row, cancellation),
            async () =>
            {
                await Notifications.SendAsync(hub.Storage, row.Id, cancellation);
                existing = (await hub.Instances.CreateAsync(row, cancellation)).Existing;
            },
            cancellation);
        return existing;
    }

    /// <exception cref="ConflictException">The instance is not finished, or was purged.</exception>
    public Task ReplaceAsync(InstanceRow row, CancellationToken cancellation) => CallAsync(
        row.Id,
        engine => engine.Intake.ReplaceAsync(row, cancellation),
        async () =>
        {
            await hub.Instances.ReplaceAsync(row, cancellation);
            await Notifications.SendAsync(hub.Storage, row.Id, cancellation);
        },
        cancellation);

    public Task SendAsync(string instanceId, HistoryEvent.Inbound message, CancellationToken cancellation) => CallAsync(
        instanceId,
        engine => engine.Intake.SendAsync(instanceId, message, cancellation),
        async () =>
        {
            await hub.Instances.AddMessageAsync(instanceId, message, cancellation);
            await Notifications.SendAsync(hub.Storage, instanceId, cancellation);
        },
        cancellation);

    private async Task CallAsync(
        string instanceId, Func<HubEngine, Task> direct, Func<Task> remote, CancellationToken cancellation)
    {
        await hub.Storage.EnsureCreatedAsync(cancellation);
        if (hub.Engine is not { IsOwner: true } engine)
        {
            await remote();
            return;
        }

        try
        {
            await direct(engine);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The engine stopped before it was done. Doing things twice does no harm.
            await remote();
        }

        if (!engine.IsOwner || hub.Engine != engine)
        {
            await Notifications.SendAsync(hub.Storage, instanceId, cancellation);
        }
    }
}
