using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.MoreTime;

/// <summary>Tells the other side of a request for more time, or of its answer, also when the mail service is out for days.</summary>
public static class MoreTimeNotice
{
    [Function(nameof(MoreTimeNotice))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow, string initiativeId) =>
        workflow.StepAsync(nameof(MoreTimeActivities.TellMoreTime), initiativeId);

    extension(DurableTaskClient client)
    {
        /// <summary>Starts it, unless it was started before. Should the app stop before this, the watch of the next day finds the case.</summary>
        public Task StartMoreTimeNoticeAsync(string initiativeId, string eventKey, CancellationToken cancellation) =>
            client.StartOnceAsync(nameof(MoreTimeNotice), $"{initiativeId}:{eventKey}", initiativeId, cancellation);
    }
}

/// <summary>The step that tells.</summary>
public sealed class MoreTimeActivities(InitiativeTable initiatives, MoreTimeNews news)
{
    [Function(nameof(TellMoreTime))]
    public async Task TellMoreTime([ActivityTrigger] string initiativeId, CancellationToken cancellation) =>
        await news.TellAsync(await initiatives.GetAsync(initiativeId, cancellation), cancellation);
}

/// <summary>Who is to hear of the last request for more time, and whether they did.</summary>
public sealed class MoreTimeNews(InitiativeTable initiatives, CasePost post, MailLog log, MoreTimeMails mails, TimeProvider clock)
{
    /// <summary>Notes that nobody answered in time; nothing when somebody did, or can still.</summary>
    public async Task LapseAsync(Initiative initiative, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (initiative.LapseTime(now) is { TimeRequest: { } lapsed })
        {
            var happened = new InitiativeEvent($"{StepOf(lapsed)}-lapsed", InitiativeEventKind.MoreTimeLapsed, now, Actor.Workflow);
            await initiatives.ChangeAsync(initiative.Id, happened, current => current.LapseTime(now), cancellation);
        }
    }

    /// <summary>Tells it, once.</summary>
    public async Task TellAsync(Initiative initiative, CancellationToken cancellation)
    {
        if (MailOf(initiative) is { } mail)
        {
            await post.TellAsync(mail, link => mails.Compose(initiative, link), cancellation);
        }
    }

    /// <summary>Whether somebody is still to hear of it: the app stopped in between.</summary>
    public async Task<bool> IsUntoldAsync(Initiative initiative, CancellationToken cancellation) =>
        MailOf(initiative) is { } mail && await log.FindAsync(mail.Key, cancellation) is null;

    // The other side hears of a request, and whoever asked hears of the answer.
    private static CaseMail? MailOf(Initiative initiative)
    {
        if (initiative.IsClosed || initiative.TimeRequest is not { } request)
        {
            return null;
        }

        return request.Answer switch
        {
            null => MailOf(initiative.Id, StepOf(request), isForApplicant: !request.IsByApplicant),
            TimeAnswer.Agreed or TimeAnswer.Declined => MailOf(initiative.Id, $"{StepOf(request)}-answered", request.IsByApplicant),
            TimeAnswer.TakenBack or TimeAnswer.Lapsed => null,
            _ => throw new UnreachableException(),
        };
    }

    private static string StepOf(TimeRequest request) => string.Create(CultureInfo.InvariantCulture, $"more-time-{request.Number}");

    private static CaseMail MailOf(string id, string step, bool isForApplicant) => isForApplicant
        ? new CaseMail(id, step, MailKind.MoreTime, Actor.Applicant, LinkPurpose.Status)
        : new CaseMail(id, step, MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk);
}
