using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council;

/// <summary>The steps around a decision that the council takes itself.</summary>
public sealed class CouncilDecisionActivities(
    InitiativeTable initiatives, CasePost post, CouncilNewsMails news, Policy policy, TimeProvider clock)
{
    /// <summary>Puts the case on the agenda: tells who records the decision, and the applicant.</summary>
    [Function(nameof(AskCouncil))]
    public async Task<CouncilAsked> AskCouncil([ActivityTrigger] InitiativeCase initiative, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var asked = new InitiativeEvent(CouncilDecision.AskedKey, InitiativeEventKind.CouncilAsked, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            initiative.Id, asked, current => current.IsClosed ? null : current.MoveTo(InitiativeState.CouncilDecides), cancellation);
        if (saved.Initiative.IsClosed)
        {
            return new CouncilAsked([]);
        }

        await MailRecorderAsync(initiative.Id, CaseKeys.Of("council-asked", saved.Initiative.TakenUp), saved.Initiative, CouncilMails.Agenda, cancellation);
        var told = new CaseMail(initiative.Id, "council-asked-applicant", MailKind.CouncilAgenda, Actor.Applicant, LinkPurpose.Status) { IsNews = true };
        await post.TellAsync(told, link => news.Agenda(saved.Initiative, link), cancellation);

        return new CouncilAsked(Reminders(now, initiative.Rules));
    }

    [Function(nameof(RemindCouncil))]
    public async Task RemindCouncil([ActivityTrigger] CouncilReminder reminder, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(reminder.InitiativeId, cancellation);
        await MailRecorderAsync(
            reminder.InitiativeId,
            CaseKeys.Of($"council-reminder-{reminder.Number}", initiative.TakenUp),
            initiative,
            reminder.IsLast ? CouncilMails.LastAgendaReminder : CouncilMails.AgendaReminder,
            cancellation);
    }

    private async Task MailRecorderAsync(
        string initiativeId,
        string step,
        Initiative initiative,
        Func<Initiative, Policy, DateOnly, Uri, MailMessage> compose,
        CancellationToken cancellation)
    {
        var mail = new CaseMail(initiativeId, step, MailKind.ToProfessional, initiative.Recorder, LinkPurpose.CouncilDecision);
        await post.TellAsync(mail, link => compose(initiative, policy.For(initiative), LocalTime.DayOf(clock.GetUtcNow()), link), cancellation);
    }

    private List<DateTimeOffset> Reminders(DateTimeOffset askedAt, CaseRules rules)
    {
        var reminders = new List<DateTimeOffset>();
        for (var at = askedAt; reminders.Count < rules.Limits.CoordinatorReminders; reminders.Add(at))
        {
            at = rules.Terms.CouncilDecisionReminder.EndsAt(at, policy.WorkingDays);
        }

        return reminders;
    }
}
