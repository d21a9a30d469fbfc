using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Desk;

/// <summary>Tells the coordinator of cases whose workflow ended in an error: nothing happens with these by itself any more.</summary>
public sealed partial class StuckCases(InitiativeTable initiatives, CasePost post, Policy policy, TimeProvider clock, ILogger<StuckCases> logger)
{
    // One mail for each case: what fails under it has its reference before a colon.
    private const string Step = "stuck";

    private static readonly OrchestrationQuery Failed = new(Statuses: [OrchestrationRuntimeStatus.Failed], InstanceIdPrefix: InitiativeId.Prefix);

    [Function(nameof(TellStuckCases))]
    public async Task TellStuckCases(
        [TimerTrigger("0 20 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await foreach (var instance in client.GetAllInstancesAsync(Failed).WithCancellation(cancellation))
        {
            Log.CaseStuck(logger, instance.InstanceId);
            if (await initiatives.FindAsync(instance.InstanceId.Split(':')[0], cancellation) is { } initiative)
            {
                var mail = new CaseMail(initiative.Id, Step, Actor.Coordinator, LinkPurpose.Desk);
                await post.SendAsync(mail, link => StuckMail.Compose(initiative, policy, TownTime.DayOf(clock.GetUtcNow()), link), cancellation);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A workflow ended in an error. Instance: {InstanceId}.")]
        public static partial void CaseStuck(ILogger logger, string instanceId);
    }
}
