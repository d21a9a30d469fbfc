using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Desk;

/// <summary>The mails of the watch. Each may be sent twice by a step that runs again: the key of a mail holds its date and signal.</summary>
public sealed class DeadlineMailActivities(
    InitiativeTable initiatives, ReviewPost reviewPost, OfficePost post, People people, LinkMaker links, Policy policy)
{
    /// <summary>Tells the reviewers who still have to decide; the coordinator gets a mail about all cases.</summary>
    [Function(nameof(WarnReviewers))]
    public async Task WarnReviewers([ActivityTrigger] CaseSignal news, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(news.InitiativeId, cancellation);
        if (!initiative.AcceptsVerdict(initiative.Round))
        {
            return;
        }

        foreach (var person in initiative.Panel.SilentIn(initiative.Round).Where(person => person != Actor.Coordinator))
        {
            await reviewPost.TellAsync(initiative, person, StepOf(news.Signal), DeadlineMails.ToReviewer, cancellation);
        }
    }

    /// <summary>Tells the coordinator of everything that is too late or newly near its date, once a day, and nothing when there is nothing.</summary>
    [Function(nameof(WarnCoordinator))]
    public async Task WarnCoordinator([ActivityTrigger] DeadlineIssue issue, CancellationToken cancellation)
    {
        var open = new List<Initiative>();
        foreach (var id in issue.ForCoordinator)
        {
            var initiative = await initiatives.GetAsync(id, cancellation);
            open.AddRange(initiative.AwaitsDecision ? [initiative] : []);
        }

        if (open.Count > 0)
        {
            await post.TellAsync(
                new MailKey($"deadlines-{issue.Day.ToIso()}", Actor.Coordinator.ToString(), MailKind.DeadlineList),
                Actor.Coordinator,
                people.Find(Actor.Coordinator),
                async () => DeadlineMails.ToCoordinator(
                    await ItemsAsync(open, issue.Day, cancellation), await links.NewOverviewAsync(Actor.Coordinator, cancellation), issue.Day, policy),
                cancellation);
        }
    }

    private async Task<List<DeadlineItem>> ItemsAsync(List<Initiative> open, DateOnly day, CancellationToken cancellation)
    {
        var items = new List<DeadlineItem>();
        foreach (var initiative in open)
        {
            var link = await links.NewAsync(LinkPurpose.Desk, initiative.Id, Actor.Coordinator, round: 0, cancellation);
            items.Add(new DeadlineItem(initiative, Deadline.Of(initiative, policy, day), link));
        }

        return items;
    }

    private static string StepOf(DeadlineSignal signal) => signal.Level switch
    {
        DeadlineSignal.NoticeReceived => $"deadline-{signal.DecideBy.ToIso()}-notice",
        DeadlineSignal.TooLate => $"deadline-{signal.DecideBy.ToIso()}-late",
        var days => $"deadline-{signal.DecideBy.ToIso()}-{days.ToString(CultureInfo.InvariantCulture)}",
    };
}
