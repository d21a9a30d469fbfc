using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>The steps of questions to the applicant.</summary>
public sealed class QuestionActivities(
    InitiativeTable initiatives, CasePost post, ReviewQuestionMails mails, Policy policy, TimeProvider clock)
{
    /// <summary>Asks the applicant; a request to complete the application suspends the legal clock from today (Awb 4:15).</summary>
    [Function(nameof(AskApplicant))]
    public async Task<AnswerExpected> AskApplicant([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var suspends = (await initiatives.GetAsync(review.InitiativeId, cancellation)).IsRequestToComplete;
        var until = suspends
            ? review.Terms.Recovery.EndsAt(now, policy.WorkingDays, TermOrigin.Law)
            : review.Terms.Answer.EndsAt(now, policy.WorkingDays);
        var asked = new InitiativeEvent($"question-{review.Round}-asked", InitiativeEventKind.QuestionAsked, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            review.InitiativeId,
            asked,
            initiative => initiative.MoveTo(InitiativeState.WaitingForApplicant, until) with
            {
                Clock = suspends ? Suspended(initiative.Clock!, now, until) : initiative.Clock,
            },
            cancellation);

        await MailApplicantAsync(review, "asked", saved.Initiative, mails.Question, cancellation);

        // A second run gives the dates of the first.
        var askedAt = saved is Saved.Before before ? before.Event.At : now;
        var answerBy = saved.Initiative.WaitsUntil ?? until;
        return new AnswerExpected(RemindAt: askedAt + ((answerBy - askedAt) / 2), Until: answerBy, IsRequired: suspends);
    }

    [Function(nameof(RemindApplicant))]
    public async Task RemindApplicant([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation) =>
        await MailApplicantAsync(
            review,
            "reminder",
            await initiatives.GetAsync(review.InitiativeId, cancellation),
            mails.Reminder,
            cancellation);

    /// <summary>Tells the applicant that the answers arrived.</summary>
    [Function(nameof(ConfirmAnswers))]
    public async Task ConfirmAnswers([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(review.InitiativeId, cancellation);
        var mail = new CaseMail(review.InitiativeId, $"question-{review.Round}-answered", Actor.Applicant, LinkPurpose.Status) { IsNews = true };
        await post.SendAsync(mail, link => mails.Received(initiative, link), cancellation);
    }

    /// <summary>The time to answer is over. Settled in one transaction: answers that come at the same instant count, or are told that they came too late.</summary>
    [Function(nameof(CloseQuestions))]
    public Task CloseQuestions([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var expired = new InitiativeEvent(
            $"question-{review.Round}-expired", InitiativeEventKind.QuestionExpired, clock.GetUtcNow(), Actor.Workflow);
        return initiatives.ChangeAsync(review.InitiativeId, expired, current => current.CloseQuestions(review.Round), cancellation);
    }

    private Task MailApplicantAsync(
        ReviewRoundCase review,
        string step,
        Initiative initiative,
        Func<Initiative, Uri, MailMessage> compose,
        CancellationToken cancellation)
    {
        if (!initiative.AcceptsAnswers(review.Round))
        {
            return Task.CompletedTask;
        }

        var mail = new CaseMail(
            review.InitiativeId, $"question-{review.Round}-{step}", Actor.Applicant, LinkPurpose.Status, review.Round);
        return post.SendAsync(mail, link => compose(initiative, link), cancellation);
    }

    private LegalClock Suspended(LegalClock legal, DateTimeOffset now, DateTimeOffset until)
    {
        var recoverBy = TownTime.DayOf(until.AddTicks(-1));
        return legal.Suspend(TownTime.DayOf(now), recoverBy, policy.WorkingDays) is ClockChange.Changed changed ? changed.Clock : legal;
    }
}
