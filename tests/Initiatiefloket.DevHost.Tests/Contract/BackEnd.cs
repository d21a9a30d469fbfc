using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.DevHost.Tests.Contract;

/// <summary>A durable back end with the tiny app on it, and a client of its orchestrations.</summary>
public abstract class BackEnd
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    /// <summary>The real client, over gRPC.</summary>
    public abstract DurableTaskClient Client { get; }

    /// <summary>Starts an orchestration of the tiny app.</summary>
    /// <returns>Its id.</returns>
    public Task<string> StartAsync(string name, object? input = null, StartOrchestrationOptions? options = null) => Client.ScheduleNewOrchestrationInstanceAsync(name, input, options);

    /// <summary>Runs an orchestration to its end.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, StartOrchestrationOptions? options = null) => await EndAsync(await StartAsync(name, input, options));

    /// <summary>Waits until an instance has ended. The extension's own way to wait looks every two seconds only.</summary>
    public Task<OrchestrationMetadata> EndAsync(string id) => UntilAsync(id, "ended", instance => instance.IsCompleted);

    /// <summary>Waits until an orchestrator has set a custom status.</summary>
    public Task UntilSaysAsync(string id, string status) => UntilAsync(id, $"said {status}", instance => instance.SerializedCustomStatus == $"\"{status}\"");

    /// <summary>Waits until an instance has a status.</summary>
    public Task UntilAsync(string id, OrchestrationRuntimeStatus status) => UntilAsync(id, $"{status}", instance => instance.RuntimeStatus == status);

    private Task<OrchestrationMetadata> UntilAsync(string id, string what, Func<OrchestrationMetadata, bool> isSo) => Eventually.FindAsync($"instance {id} that has {what}",
        async () => await Client.GetInstanceAsync(id, getInputsAndOutputs: true) is { } instance && isSo(instance) ? instance : null, pause: Pause);
}
