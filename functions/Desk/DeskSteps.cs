using Initiatiefloket.Platform;
using Microsoft.DurableTask;

namespace Initiatiefloket.Desk;

/// <summary>Steps of the desk that more than one workflow takes.</summary>
public static class DeskSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        public Task TellExtensionAsync(string initiativeId) =>
            workflow.CallActivityAsync(nameof(ExtensionActivities.TellExtension), initiativeId, Retries.WhenTransient);
    }
}
