using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Desk;

/// <summary>The first and the last step of the watch: what there is to tell, and that it was told.</summary>
public sealed class DeadlineActivities(
    CaseLists lists, InitiativeTable initiatives, DeadlineTable deadlines, MailLog mails, MoreTimeNews moreTime, Policy policy, TimeProvider clock)
{
    [Function(nameof(FindDeadlines))]
    public async Task<DeadlineIssue> FindDeadlines([ActivityTrigger] string? unused, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        var next = policy.WorkingDays.Add(today, 1);
        var told = await deadlines.ListAsync(cancellation);
        var open = await lists.ReadOpenAsync(Actor.Coordinator, cancellation);
        var (news, overdue, untold) = (new List<CaseSignal>(), new List<string>(), new List<string>());
        foreach (var initiative in open)
        {
            var deadline = Deadline.Of(initiative, policy, today);
            var daysLeftNextTime = initiative.Clock!.DaysLeft(next, policy.WorkingDays);
            if (DeadlineSignal.Of(deadline, daysLeftNextTime, policy.For(initiative).DeadlineSignals) is { } signal
                && signal.IsNewsAfter(told.GetValueOrDefault(initiative.Id)))
            {
                news.Add(new CaseSignal(initiative.Id, signal));
            }

            if (deadline.IsTooLate || initiative.State == InitiativeState.LeftToDesk)
            {
                overdue.Add(initiative.Id);
            }

            if (await IsUntoldAsync(initiative, cancellation) || await moreTime.IsUntoldAsync(initiative, cancellation))
            {
                untold.Add(initiative.Id);
            }

            await moreTime.LapseAsync(initiative, cancellation);
        }

        foreach (var closed in told.Keys.Except(open.Select(initiative => initiative.Id)))
        {
            await deadlines.ForgetAsync(closed, cancellation);
        }

        return new DeadlineIssue(today, news, overdue, untold);
    }

    /// <summary>Remembers what was told, when all mails are out.</summary>
    [Function(nameof(CloseWatch))]
    public async Task CloseWatch([ActivityTrigger] DeadlineIssue issue, CancellationToken cancellation)
    {
        foreach (var news in issue.News)
        {
            await deadlines.RememberAsync(news.InitiativeId, news.Signal, cancellation);
        }
    }

    // On the waiting list the term is extended as well; of that the applicant is told by another mail.
    private async Task<bool> IsUntoldAsync(Initiative initiative, CancellationToken cancellation) =>
        initiative.Clock!.ExtendedOn is not null
        && await initiatives.FindEventAsync(initiative.Id, ExtensionNotice.Key, cancellation) is not null
        && await mails.FindAsync(new MailKey(initiative.Id, ExtensionNotice.Key, MailKind.TermExtended), cancellation) is null;
}
