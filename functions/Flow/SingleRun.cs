using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Flow;

/// <summary>Orchestrations of which one at a time is enough.</summary>
public static class SingleRun
{
    extension(DurableTaskClient client)
    {
        /// <summary>Starts an orchestration without input under a fixed id, unless its last run is still under way.</summary>
        public async Task StartUnlessRunningAsync(TaskName orchestrator, string instanceId, CancellationToken cancellation)
        {
            if (await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false })
            {
                await client.ScheduleNewOrchestrationInstanceAsync(
                    orchestrator, input: null, new StartOrchestrationOptions(instanceId), cancellation);
            }
        }
    }
}
