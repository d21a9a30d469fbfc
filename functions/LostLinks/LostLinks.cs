using Initiatiefloket.Links;
using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.LostLinks;

/// <summary>Mails somebody all links that they still need, if we know the address.</summary>
public static class LostLinks
{
    [Function(nameof(LostLinks))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow, LostLinksRequest request) =>
        workflow.StepAsync(nameof(LostLinkActivities.MailLostLinks), request);
}

/// <summary>Somebody asked for the links of an e-mail address.</summary>
/// <param name="EmailKey">Key of the address (<see cref="LinkIndex.KeyOfAsync"/>).</param>
/// <param name="At">When; asked again within the same quarter of an hour, no second mail goes out.</param>
public sealed record LostLinksRequest(string EmailKey, DateTimeOffset At)
{
    /// <summary>Keys of the address under former secrets (<see cref="LinkIndex.KeysOfAsync"/>).</summary>
    public IReadOnlyList<string> FormerKeys { get; init; } = [];
}
