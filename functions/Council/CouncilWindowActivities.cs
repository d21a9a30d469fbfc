using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council;

/// <summary>The steps of the window in which council members may call a case in.</summary>
public sealed class CouncilWindowActivities(
    InitiativeTable initiatives, CasePost post, CouncilNewsMails news, Policy policy, TimeProvider clock)
{
    /// <summary>Key of the event that council members could look along from then on.</summary>
    internal const string OpenedKey = "council-window-opened";

    [Function(nameof(OpenCouncilWindow))]
    public async Task<CouncilWindow> OpenCouncilWindow([ActivityTrigger] InitiativeCase initiative, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var endsAt = initiative.Rules.CouncilWindow.EndsAt(now, policy.CouncilDays);
        var opened = new InitiativeEvent(OpenedKey, InitiativeEventKind.CouncilWindowOpened, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            initiative.Id, opened, current => current.IsClosed ? null : current.MoveTo(InitiativeState.CouncilWindow, endsAt), cancellation);
        await TellApplicantAsync(saved.Initiative, cancellation);
        return saved.Initiative.IsClosed
            ? new CouncilWindow(now, [])
            : new CouncilWindow(saved.Initiative.WaitsUntil ?? endsAt, [.. policy.Council.MembersOn(LocalTime.DayOf(now)).Select(member => member.Id)]);
    }

    private async Task TellApplicantAsync(Initiative initiative, CancellationToken cancellation)
    {
        if (initiative.IsOpenForCallIn)
        {
            var mail = new CaseMail(initiative.Id, "council-window", MailKind.CouncilWindow, Actor.Applicant, LinkPurpose.Status) { IsNews = true };
            await post.TellAsync(mail, link => news.Window(initiative, link), cancellation);
        }
    }

    [Function(nameof(NotifyCouncilMember))]
    public async Task NotifyCouncilMember([ActivityTrigger] CouncilNotice notice, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(notice.InitiativeId, cancellation);
        var member = Actor.CouncilMember(notice.MemberId);
        if (initiative.State != InitiativeState.CouncilWindow || !initiative.MaySeeCase(member) || policy.IsOutOfOffice(member, LocalTime.DayOf(clock.GetUtcNow())))
        {
            return;
        }

        var mail = new CaseMail(
            notice.InitiativeId,
            $"council-{notice.MemberId}",
            MailKind.Invitation,
            member,
            LinkPurpose.LookAlong);
        await post.TellAsync(mail, link => CouncilMails.Notification(initiative, policy.For(initiative), LocalTime.DayOf(clock.GetUtcNow()), link), cancellation);
    }

    /// <summary>
    /// Closes the window and settles whether enough members called in. Call-ins are counted in the same transaction, so one that
    /// comes at the same instant either counts or is told that it came too late.
    /// </summary>
    [Function(nameof(CloseCouncilWindow))]
    public Task CloseCouncilWindow([ActivityTrigger] InitiativeCase initiative, CancellationToken cancellation)
    {
        var closed = new InitiativeEvent(
            "council-window-closed", InitiativeEventKind.CouncilWindowClosed, clock.GetUtcNow(), Actor.Workflow);
        return initiatives.ChangeAsync(
            initiative.Id,
            closed,
            current => current.CalledInBy.Count >= initiative.Rules.CallInsNeeded
                ? current.MoveTo(InitiativeState.CouncilDecides)
                : current with { WaitsUntil = null },
            cancellation);
    }
}
