using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Reviewers;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>The rungs of the ladder of a review round. Each may run twice: events and mails have keys with round and rung in them.</summary>
public sealed class NudgeActivities(
    InitiativeTable initiatives, Assigner assigner, HandOverDesk handOvers, ReviewPost post, AddressBook addresses, TimeProvider clock)
{
    [Function(nameof(RemindReviewers))]
    public async Task RemindReviewers([ActivityTrigger] ReviewNudge nudge, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(nudge.Review.InitiativeId, cancellation);
        foreach (var person in initiative.Panel.SilentIn(nudge.Review.Round))
        {
            await post.SendAsync(initiative, person, nudge.KeyOf("reminder"), ReviewMails.Reminder, cancellation);
        }
    }

    /// <summary>Gives the places of silent reviewers to their deputies, and tells both. Who has none keeps the place.</summary>
    [Function(nameof(CallInDeputies))]
    public async Task CallInDeputies([ActivityTrigger] ReviewNudge nudge, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(nudge.Review.InitiativeId, cancellation);
        foreach (var person in initiative.Panel.SilentIn(nudge.Review.Round).Where(person => person != Actor.Coordinator))
        {
            if (await assigner.FindDeputyAsync(initiative, person, cancellation) is { } deputy)
            {
                var change = new HandOver(nudge.Review.Round, person, deputy, HandOverReason.Silence, clock.GetUtcNow(), Actor.Workflow);
                initiative = (await handOvers.SaveAsync(initiative, change, cancellation)).Initiative;
            }
        }

        // From the row, not from what this run changed: an earlier run may have died before its mails.
        foreach (var change in initiative.Panel.HandOvers.Where(change => change.Round == nudge.Review.Round && change.Why == HandOverReason.Silence))
        {
            await InviteInsteadAsync(initiative, change, nudge, cancellation);
        }
    }

    /// <summary>Asks the coordinator to decide, or to find somebody who does.</summary>
    [Function(nameof(EscalateReview))]
    public async Task EscalateReview([ActivityTrigger] ReviewNudge nudge, CancellationToken cancellation)
    {
        var escalated = new InitiativeEvent(nudge.KeyOf("escalation"), InitiativeEventKind.ReviewEscalated, clock.GetUtcNow(), Actor.Workflow);
        var saved = await initiatives.ChangeAsync(nudge.Review.InitiativeId, escalated, initiative => initiative, cancellation);
        await post.SendAsync(saved.Initiative, Actor.Coordinator, nudge.KeyOf("escalation"), ReviewMails.Escalation, cancellation);
    }

    private async Task InviteInsteadAsync(Initiative initiative, HandOver change, ReviewNudge nudge, CancellationToken cancellation)
    {
        if (initiative.AcceptsVoteOf(change.To, change.Round))
        {
            await post.SendAsync(initiative, change.To, ReviewActivities.StepOf(initiative, change.To), ReviewMails.Invitation, cancellation);
        }

        var deputy = addresses.Find(change.To).Name;
        await post.SendAsync(
            initiative, change.From, nudge.KeyOf("replaced"), (review, link) => ReviewMails.Replaced(review, deputy, link), cancellation);
    }
}
