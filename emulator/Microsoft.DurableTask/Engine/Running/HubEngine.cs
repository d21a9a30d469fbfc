using System.Threading.Channels;
using Azure.Data.Tables;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>What works on a hub while its process owns it: steps of orchestrators, activities, timers and notifications.</summary>
internal sealed class HubEngine
{
    private static readonly TimeSpan LastSteps = TimeSpan.FromSeconds(5);

    private readonly TaskHub _hub;
    private readonly HubLease _lease;
    private readonly Sessions _sessions = new();
    private readonly Notifications _notifications;
    private readonly StepRunner _steps;
    private readonly ActivityRunner _activities;
    private readonly Channel<Session> _ready = Channel.CreateUnbounded<Session>();
    private readonly Channel<ActivityCall> _calls = Channel.CreateUnbounded<ActivityCall>();

    public HubEngine(TaskHub hub, HubLease lease, TaskRuntime runtime)
    {
        _hub = hub;
        _lease = lease;
        Runtime = runtime;
        Index = new(hub.Storage, hub.Outage);
        Timers = new(hub.Storage, Index, hub.Outage, hub.Clock, Post);
        _notifications = new(hub.Storage, hub.Instances, hub.Outage, Post);
        Intake = new(hub, Index, Post);
        _steps = new(hub, this);
        _activities = new(runtime);
    }

    public TaskRuntime Runtime { get; }

    public WorkIndex Index { get; }

    public TimerQueue Timers { get; }

    /// <summary>Takes in what clients and other instances ask for.</summary>
    public Intake Intake { get; }

    /// <summary>Cancelled when the engine is to stop; what goes on in the background ends then.</summary>
    public CancellationToken Stopping { get; private set; }

    /// <summary>Whether no other process can be at work now.</summary>
    public bool IsOwner => _lease.IsHeld;

    public void Post(string instanceId, Message message)
    {
        while (true)
        {
            var session = _sessions.GetOrAdd(instanceId);
            if (session.TryPost(message, out var schedule))
            {
                if (schedule)
                {
                    _ready.Writer.TryWrite(session);
                }

                return;
            }
        }
    }

    public void Call(ActivityCall call) => _calls.Writer.TryWrite(call);

    /// <summary>Lets go of what a session held, once it waits for nothing.</summary>
    public void Settle(Session session)
    {
        if (session.TryRelease())
        {
            Index.Release(session.InstanceId);
        }

        _sessions.Quieten(session);
    }

    /// <summary>Works until it is cancelled or the lease is lost. Activities that run may end, and their answers are stored.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var draining = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _lease.Lost);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_lease.Lost);
        Stopping = Index.Stopping = stopping.Token;
        var steps = RunAsync(_ready.Reader, Runtime.MaxSteps, StepAsync, stopping.Token);
        var calls = RunAsync(_calls.Reader, Runtime.MaxActivities, CallAsync, draining.Token);
        Task[] loops = [Index.RunAsync(stopping.Token), WatchAsync(draining.Token), steps, calls];
        await Task.WhenAny(loops);
        _hub.Engine = null;
        await draining.CancelAsync();
        await calls.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ready.Writer.TryComplete();
        await Task.WhenAny(steps, Task.Delay(LastSteps, CancellationToken.None));
        await stopping.CancelAsync();
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loops.FirstOrDefault(loop => loop.IsFaulted && loop != steps)?.Exception is { } fault)
        {
            throw fault;
        }
    }

    // Clients of this process use the engine from the moment that it knows what was going on before.
    private async Task WatchAsync(CancellationToken cancellation)
    {
        foreach (var row in await _hub.Outage.RideAsync(FindBusyAsync, cancellation))
        {
            Index.Adopt(row);
            Intake.Wake(row.InstanceId, new Message(null) { Recover = true });
        }

        _hub.Engine = this;
        await await Task.WhenAny(Timers.RunAsync(cancellation), _notifications.RunAsync(cancellation));
    }

    private async Task<List<WorkRow>> FindBusyAsync(CancellationToken cancellation)
    {
        var query = _hub.Storage.Work.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {WorkRow.Partition} and RowKey ge {"r"} and RowKey lt {"s"}"),
            cancellationToken: cancellation);
        var rows = new List<WorkRow?>();
        await foreach (var row in query)
        {
            rows.Add(WorkRow.Read(row));
        }

        return [.. rows.OfType<WorkRow>()];
    }

    private async Task StepAsync(Session session, CancellationToken cancellation)
    {
        await _lease.WaitUntilHeldAsync(cancellation);
        var isParked = await _steps.RunAsync(session, cancellation);
        if (session.EndStep(isParked))
        {
            _ready.Writer.TryWrite(session);
        }
        else
        {
            Settle(session);
        }
    }

    private async Task CallAsync(ActivityCall call, CancellationToken cancellation)
    {
        await _lease.WaitUntilHeldAsync(cancellation);
        var answer = await _activities.RunAsync(call);
        Post(call.Session.InstanceId, new Message(answer)
        {
            Execution = call.Execution,
            Consumed = () =>
            {
                call.Session.Done();
                Settle(call.Session);
            },
        });
    }

    // Not by readers of their own for each: a channel wakes all of them for each item.
    private static Task RunAsync<T>(
        ChannelReader<T> work, int most, Func<T, CancellationToken, Task> run, CancellationToken cancellation) => Parallel.ForEachAsync(
            work.ReadAllAsync(cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = cancellation },
            (next, token) => new ValueTask(run(next, token)));
}
