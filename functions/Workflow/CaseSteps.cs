using Initiatiefloket.Platform;
using Microsoft.DurableTask;

namespace Initiatiefloket.Workflow;

/// <summary>Steps that belong to no part of the process in particular.</summary>
public static class CaseSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        public Task<CaseSnapshot> ReadCaseAsync(string initiativeId) =>
            workflow.CallActivityAsync<CaseSnapshot>(nameof(CaseActivities.ReadCase), initiativeId, Retries.WhenTransient);
    }
}
