using Initiatiefloket.Flow;
using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Funding;

/// <summary>Offers money that came free without a case ending: the policy put more in the pot.</summary>
public static class WaitingListRound
{
    private const string InstanceId = "waiting-list-round";

    [Function(nameof(StartWaitingListRound))]
    public static Task StartWaitingListRound(
        [TimerTrigger("0 30 5 * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        client.StartUnlessRunningAsync(nameof(WaitingListRound), InstanceId, cancellation);

    [Function(nameof(WaitingListRound))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow)
    {
        var years = await workflow.CallActivityAsync<int[]>(nameof(OfferActivities.FindPots), options: Retries.WhenTransient);
        foreach (var year in years)
        {
            await workflow.OfferMoneyAsync(year);
        }
    }
}
