using Initiatiefloket.Platform;
using Initiatiefloket.Workflow;
using Microsoft.DurableTask;

namespace Initiatiefloket.Submission;

/// <summary>The first step of every case.</summary>
public static class ReceiptSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>Confirms receipt in writing (Awb 4:3a).</summary>
        public Task ConfirmReceiptAsync(InitiativeCase initiative) =>
            workflow.CallActivityAsync(nameof(ReceiptActivities.ConfirmReceipt), initiative.Id, Retries.WhenTransient);
    }
}
