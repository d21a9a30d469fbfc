using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.Contact;

/// <summary>Waits with a change of the applicant's data until it counts or lapses.</summary>
public static class ContactChangeTimer
{
    [Function(nameof(ContactChangeTimer))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow, ContactChangeCase change)
    {
        while (await workflow.StepAsync<DateTimeOffset?>(nameof(ContactChangeActivities.SettleContactChange), change) is { } next)
        {
            await workflow.CreateTimer(next.UtcDateTime, CancellationToken.None);
        }
    }

    /// <summary>Its instance id, one for each change: what fails under a case has its reference before a colon (StuckCases).</summary>
    public static string InstanceOf(string initiativeId, int number) => $"{initiativeId}:contact-{number}";
}

/// <summary>The step of that wait.</summary>
public sealed class ContactChangeActivities(ContactChanging changing)
{
    [Function(nameof(SettleContactChange))]
    public Task<DateTimeOffset?> SettleContactChange([ActivityTrigger] ContactChangeCase change, CancellationToken cancellation) =>
        changing.SettleAsync(change.InitiativeId, change.Number, cancellation);
}

/// <summary>A change that waits.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Number">Number of the change.</param>
public sealed record ContactChangeCase(string InitiativeId, int Number);
