using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>The rungs of the ladder of a review round. Each may run twice: events and mails have keys with round and rung in them.</summary>
public sealed class NudgeActivities(
    InitiativeTable initiatives, Assigner assigner, HandOvers handOvers, ReviewPost post, People people, TimeProvider clock)
{
    [Function(nameof(RemindReviewers))]
    public async Task RemindReviewers([ActivityTrigger] RoundNudge nudge, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(nudge.Review.InitiativeId, cancellation);
        await RemindAsync(initiative, nudge, ReviewMails.Reminder, cancellation);
    }

    /// <summary>
    /// Gives the places of silent reviewers to their deputies, and tells both. Who has none keeps the place, and so does who came in for a silent one: a
    /// step that runs again would otherwise go from deputy to deputy.
    /// </summary>
    [Function(nameof(CallInDeputies))]
    public async Task CallInDeputies([ActivityTrigger] RoundNudge nudge, CancellationToken cancellation)
    {
        var round = nudge.Review.Round;
        var initiative = await initiatives.GetAsync(nudge.Review.InitiativeId, cancellation);
        var calledIn = initiative.Panel.CalledInFor(round).Select(change => change.To);
        foreach (var person in initiative.Panel.SilentIn(round).Except([.. calledIn, Actor.Coordinator]))
        {
            if (await assigner.FindDeputyAsync(initiative, person, cancellation) is { } deputy)
            {
                var change = new HandOver(round, person, deputy, HandOverReason.Silence, clock.GetUtcNow(), Actor.Workflow);
                initiative = (await handOvers.SaveAsync(initiative, change, cancellation)).Initiative;
            }
        }

        await assigner.ListAsync(initiative, cancellation);

        // From the row, not from what this run changed: an earlier run may have died before its mails.
        foreach (var (number, change) in initiative.Panel.HandOvers.Index().Where(one => initiative.Panel.CalledInFor(round).Contains(one.Item)))
        {
            await InviteInsteadAsync(initiative, number, change, cancellation);
        }
    }

    /// <summary>Asks the coordinator to decide, or to find somebody who does; one who is involved only the latter, and the reviewers once more.</summary>
    [Function(nameof(EscalateReview))]
    public async Task EscalateReview([ActivityTrigger] RoundNudge nudge, CancellationToken cancellation)
    {
        var escalated = new InitiativeEvent(nudge.KeyOf("escalation"), InitiativeEventKind.ReviewEscalated, clock.GetUtcNow(), Actor.Workflow);
        var saved = await initiatives.ChangeAsync(nudge.Review.InitiativeId, escalated, initiative => initiative, cancellation);
        var (initiative, key, isLast) = (saved.Initiative, nudge.KeyOf("escalation"), nudge.Nudge.Kind == NudgeKind.CoordinatorLast);
        if (initiative.MaySeeCase(Actor.Coordinator))
        {
            await post.TellAsync(
                initiative, Actor.Coordinator, key, (review, link) => EscalationMails.Decide(review, isLast, link), cancellation);
            return;
        }

        await RemindAsync(initiative, nudge, (review, link) => EscalationMails.ToSilent(review, isLast, link), cancellation);
        await post.TellDeskAsync(initiative, key, (review, link) => EscalationMails.FindSomebody(review, isLast, link), cancellation);
    }

    // Not a coordinator who is involved and has a place for lack of somebody else: that one is asked to find somebody.
    private async Task RemindAsync(
        Initiative initiative, RoundNudge nudge, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation)
    {
        foreach (var person in initiative.Panel.SilentIn(nudge.Review.Round).Where(initiative.MaySeeCase))
        {
            await post.TellAsync(initiative, person, nudge.KeyOf("reminder"), compose, cancellation);
        }
    }

    private async Task InviteInsteadAsync(Initiative initiative, int number, HandOver change, CancellationToken cancellation)
    {
        if (initiative.AcceptsVoteOf(change.To, change.Round))
        {
            await post.TellInvitedAsync(initiative, change.To, ReviewActivities.StepOf(initiative, change.To), cancellation);
        }

        var deputy = people.Find(change.To).Name;
        await post.TellAsync(
            initiative, change.From, $"review-{change.Round}-replaced-{number}", (review, link) => ReviewMails.Replaced(review, deputy, link), cancellation);
    }
}
