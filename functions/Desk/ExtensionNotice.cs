using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>Tells the applicant that the term was extended (Awb 4:14), also when the mail service is out for days.</summary>
public static class ExtensionNotice
{
    /// <summary>Key of the event and of the mail: a term can be extended once.</summary>
    public const string Key = "term-extended";

    [Function(nameof(ExtensionNotice))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow, string initiativeId) =>
        workflow.TellExtensionAsync(initiativeId);

    extension(DurableTaskClient client)
    {
        /// <summary>Starts it, unless it was started before. Should the app stop before this, the watch of the next day finds the case.</summary>
        public async Task StartExtensionNoticeAsync(string initiativeId, CancellationToken cancellation)
        {
            var instanceId = $"{initiativeId}:{Key}";
            if (await client.GetInstanceAsync(instanceId, cancellation) is null)
            {
                await client.ScheduleNewOrchestrationInstanceAsync(
                    nameof(ExtensionNotice), initiativeId, new StartOrchestrationOptions(instanceId), cancellation);
            }
        }
    }
}
