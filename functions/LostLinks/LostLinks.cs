using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.LostLinks;

/// <summary>Mails somebody all links that they still need, if we know the address.</summary>
public static class LostLinks
{
    [Function(nameof(LostLinks))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow, LostLinksRequest request) =>
        workflow.CallActivityAsync(nameof(LostLinkActivities.MailLostLinks), request, Retries.WhenTransient);
}
