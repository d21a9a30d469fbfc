using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine;
using Microsoft.DurableTask.Worker;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>What a host is started with.</summary>
internal sealed record HubSetup(string ConnectionString, string Hub)
{
    public Action<DurableTaskRegistry> Tasks { get; init; } = _ => { };

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Action<IDurableTaskWorkerBuilder> Worker { get; init; } = _ => { };

    public Action<IDurableTaskClientBuilder> Client { get; init; } = _ => { };

    public Action<TaskHubOptions> Options { get; init; } = _ => { };

    /// <summary>Whether the host works on the hub; otherwise it has a client only.</summary>
    public bool HasWorker { get; init; } = true;
}
