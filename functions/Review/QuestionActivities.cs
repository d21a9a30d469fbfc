using Initiatiefloket.Endings;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>The steps of questions to the applicant.</summary>
public sealed class QuestionActivities(
    InitiativeTable initiatives, Intentions intentions, CasePost post, ReviewQuestionMails mails, LinePlaces places, Policy policy, TimeProvider clock)
{
    /// <summary>
    /// Asks the applicant. The time to answer begins when the mail goes out, and with it a request to complete the application suspends the
    /// legal clock (Awb 4:15): while mail is out, neither runs.
    /// </summary>
    [Function(nameof(AskApplicant))]
    public async Task<AnswerExpected> AskApplicant([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var asked = new InitiativeEvent($"question-{review.Round}-asked", InitiativeEventKind.QuestionAsked, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            review.InitiativeId,
            asked,
            current => current.IsClosed ? null : current.MoveTo(InitiativeState.WaitingForApplicant, TermFrom(now, current, review).Until),
            cancellation);
        if (!saved.Initiative.AcceptsAnswers(review.Round))
        {
            // Withdrawn, or answered before this step ran again: there is nothing to wait for.
            return new AnswerExpected(now, now);
        }

        var dated = saved.Initiative with { WaitsUntil = TermFrom(now, saved.Initiative, review).Until };
        var intention = await intentions.WriteAsync(dated, cancellation);
        var posted = await post.SendAsync(MailOf(review, "asked", MailKind.Question), link => mails.Question(dated, intention, link), cancellation);
        var expected = posted.TakenAt is { } sentAt
            ? await BeginSentAsync(dated, review, sentAt, cancellation)
            : await BeginAsync(review, "not-sent", InitiativeEventKind.QuestionNotSent, now, WithoutRequest, cancellation);

        // Until the answer the application is not complete and has no place in the line (Awb 4:5, 4:26).
        await places.FollowAsync(review.InitiativeId, cancellation);
        return expected;
    }

    /// <summary>Reminds the applicant, unless the time to answer ended while mail was out.</summary>
    [Function(nameof(RemindApplicant))]
    public async Task RemindApplicant([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(review.InitiativeId, cancellation);
        if (initiative.AcceptsAnswers(review.Round) && clock.GetUtcNow() < initiative.WaitsUntil)
        {
            await post.TellAsync(MailOf(review, "reminder", MailKind.QuestionReminder), link => mails.Reminder(initiative, link), cancellation);
        }
    }

    /// <summary>Gives the application its place in the line, from the moment of the answers, and tells the applicant that these arrived.</summary>
    [Function(nameof(ConfirmAnswers))]
    public async Task ConfirmAnswers([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        await places.FollowAsync(review.InitiativeId, cancellation);
        var initiative = await initiatives.GetAsync(review.InitiativeId, cancellation);
        var mail = MailOf(review, "answered", MailKind.AnswersReceived) with { IsNews = true };
        await post.TellAsync(mail, link => mails.Received(initiative, link), cancellation);
    }

    /// <summary>The time to answer is over. Settled in one transaction: answers that come at the same instant count, or are told that they came too late.</summary>
    [Function(nameof(CloseQuestions))]
    public Task CloseQuestions([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var expired = new InitiativeEvent(
            $"question-{review.Round}-expired", InitiativeEventKind.QuestionExpired, clock.GetUtcNow(), Actor.Workflow);
        return initiatives.ChangeAsync(review.InitiativeId, expired, current => current.CloseQuestions(review.Round), cancellation);
    }

    private async Task<AnswerExpected> BeginSentAsync(Initiative dated, ReviewRoundCase review, DateTimeOffset sentAt, CancellationToken cancellation)
    {
        await intentions.NoteSentAsync(dated, sentAt, cancellation);
        return await BeginAsync(review, "sent", InitiativeEventKind.QuestionSent, sentAt, current => current, cancellation);
    }

    // Once: a second run begins at the same moment.
    private async Task<AnswerExpected> BeginAsync(
        ReviewRoundCase review, string step, InitiativeEventKind kind, DateTimeOffset at, Func<Initiative, Initiative> change, CancellationToken cancellation)
    {
        var happened = new InitiativeEvent($"question-{review.Round}-{step}", kind, at, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            review.InitiativeId,
            happened,
            current => current.AcceptsAnswers(review.Round) ? Begin(change(current)) : null,
            cancellation);
        var begun = saved is Saved.Before before ? before.Event.At : at;
        return TermFrom(begun, saved.Initiative, review).ExpectedOf(saved.Initiative);

        Initiative Begin(Initiative current) => TermFrom(at, current, review).Begin(current);
    }

    // The mail service refused the mail, so it reached nobody: the question is a simple one from now on. The clock runs on, and nothing is set aside for want
    // of an answer. The coordinator was told, and can call; the applicant's own page has the question as well.
    private static Initiative WithoutRequest(Initiative initiative) =>
        initiative.With(initiative.VerdictOf(initiative.Round)! with { SuspendsClock = false });

    private AnswerTerm TermFrom(DateTimeOffset askedAt, Initiative initiative, ReviewRoundCase review) =>
        AnswerTerm.From(askedAt, initiative, review, policy.WorkingDays);

    private static CaseMail MailOf(ReviewRoundCase review, string step, MailKind kind) =>
        new(review.InitiativeId, $"question-{review.Round}-{step}", kind, Actor.Applicant, LinkPurpose.Status, review.Round);
}
