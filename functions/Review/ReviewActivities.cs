using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>The steps of a review round. Each may run twice: events and mails have keys with the round in them.</summary>
public sealed class ReviewActivities(InitiativeTable initiatives, CasePost post, Policy policy, TimeProvider clock)
{
    // Of a theme that was taken out of the policy; mail for a reviewer whom nobody knows goes to the coordinator.
    private const string NoReviewer = "-";

    [Function(nameof(OpenReviewRound))]
    public async Task<ReviewRoundOpened> OpenReviewRound([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var nudges = NudgeLadder.From(now, review.Terms, review.Limits, policy.WorkingDays);
        var opened = new InitiativeEvent($"review-{review.Round}-opened", InitiativeEventKind.ReviewOpened, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            review.InitiativeId,
            opened,
            initiative => initiative.MoveTo(InitiativeState.InReview) with
            {
                Round = review.Round,
                ReviewerId = initiative.ReviewerId ?? policy.ReviewerFor(initiative.ThemeId)?.Id ?? NoReviewer,
                Bands = review.Bands,
            },
            cancellation);
        return new ReviewRoundOpened(saved.Initiative.IsClosed ? [] : nudges);
    }

    [Function(nameof(InviteReviewer))]
    public Task InviteReviewer([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation) =>
        MailReviewerAsync(review, "invite", ReviewMails.Invitation, cancellation);

    [Function(nameof(RemindReviewer))]
    public Task RemindReviewer([ActivityTrigger] ReviewNudge nudge, CancellationToken cancellation) =>
        MailReviewerAsync(nudge.Review, $"reminder-{nudge.Number}", ReviewMails.Reminder, cancellation);

    [Function(nameof(EscalateReview))]
    public async Task EscalateReview([ActivityTrigger] ReviewNudge nudge, CancellationToken cancellation)
    {
        var review = nudge.Review;
        var step = $"review-{review.Round}-escalation-{nudge.Number}";
        var escalated = new InitiativeEvent(step, InitiativeEventKind.ReviewEscalated, clock.GetUtcNow(), Actor.Workflow);
        var saved = await initiatives.ChangeAsync(review.InitiativeId, escalated, initiative => initiative, cancellation);
        if (saved.Initiative.IsClosed)
        {
            return;
        }

        var application = await initiatives.GetApplicationAsync(review.InitiativeId, cancellation);
        var mail = new CaseMail(review.InitiativeId, step, Actor.Coordinator, LinkPurpose.Review, review.Round);
        await post.SendAsync(
            mail, link => ReviewMails.Escalation(new ReviewMailCase(saved.Initiative, application, policy, clock), link), cancellation);
    }

    private async Task MailReviewerAsync(
        ReviewRoundCase review, string step, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(review.InitiativeId, cancellation);
        if (initiative.IsClosed)
        {
            return;
        }

        var application = await initiatives.GetApplicationAsync(review.InitiativeId, cancellation);
        var mail = new CaseMail(
            review.InitiativeId,
            $"review-{review.Round}-{step}",
            Actor.Reviewer(initiative.ReviewerId!),
            LinkPurpose.Review,
            review.Round);
        await post.SendAsync(mail, link => compose(new ReviewMailCase(initiative, application, policy, clock), link), cancellation);
    }
}
