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
                var mail = new CaseMail(initiative.Id, Step, MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk);
                await post.TellAsync(mail, link => StuckMail.Compose(initiative, policy, LocalTime.DayOf(clock.GetUtcNow()), link), cancellation);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A workflow ended in an error. Instance: {InstanceId}.")]
        public static partial void CaseStuck(ILogger logger, string instanceId);
    }
}

/// <summary>The mail about a case that an error brought to a halt.</summary>
public static class StuckMail
{
    /// <summary>Says what stays as it is, what does not happen by itself any more, and what to do.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="today">The day in town.</param>
    /// <param name="link">To the coordinator's page of the case.</param>
    public static MailMessage Compose(Initiative initiative, Policy policy, DateOnly today, Uri link) => new(
        $"Er ging iets mis: {initiative.InSubject}",
        [
            new MailBlock.Paragraph(
                $"Door een fout in het loket gaat de zaak over \"{initiative.Title}\" niet vanzelf verder. Er gaan misschien geen mails, brieven en herinneringen "
                + "meer uit. Wat er is besloten en gereserveerd, blijft zoals het is."),
            .. initiative is { IsClosed: false, Clock: { } legal }
                ? (MailBlock[])[new MailBlock.Facts(new Fact("Wettelijk uiterlijk beslissen op", legal.DecideByInWords(today, policy.WorkingDays)))]
                : [],
            new MailBlock.Paragraph(
                $"Meld dit vandaag aan de beheerder van het loket, met kenmerk {initiative.Id}. Kijk op de pagina van de zaak wat er al gebeurde, en vertel de "
                + "aanvrager zelf hoe het verder gaat."),
            new MailBlock.Button("Open de zaak", link),
        ]);
}
