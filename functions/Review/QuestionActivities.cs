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
            current => current.IsClosed ? null : current.MoveTo(InitiativeState.WaitingForApplicant, EndOfTerm(review, current, now)),
            cancellation);
        if (!saved.Initiative.AcceptsAnswers(review.Round))
        {
            // Withdrawn, or answered before this step ran again: there is nothing to wait for.
            return new AnswerExpected(now, now, SetAsideBefore: null);
        }

        var dated = saved.Initiative with { WaitsUntil = EndOfTerm(review, saved.Initiative, now) };
        if (await MailApplicantAsync(review, "asked", dated, mails.Question, cancellation) is not { } sentAt)
        {
            return await WithoutMailAsync(review, now, cancellation);
        }

        var sent = await NoteSentAsync(review, sentAt, cancellation);
        return Expected(sentAt, sent.Initiative) with { SetAsideBefore = SetAsideBefore(sentAt, sent.Initiative) };
    }

    /// <summary>Reminds the applicant, unless the time to answer ended while mail was out.</summary>
    [Function(nameof(RemindApplicant))]
    public async Task RemindApplicant([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(review.InitiativeId, cancellation);
        if (initiative.AcceptsAnswers(review.Round) && clock.GetUtcNow() < initiative.WaitsUntil)
        {
            await MailApplicantAsync(review, "reminder", initiative, mails.Reminder, cancellation);
        }
    }

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

    // The mail service refuses the mail, so it reached nobody: the question is a simple one from now on. The clock runs on, and nothing is set aside for want
    // of an answer. The coordinator was told, and can call; the applicant's own page has the question as well.
    private async Task<AnswerExpected> WithoutMailAsync(ReviewRoundCase review, DateTimeOffset now, CancellationToken cancellation)
    {
        var refused = new InitiativeEvent($"question-{review.Round}-not-sent", InitiativeEventKind.QuestionNotSent, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            review.InitiativeId,
            refused,
            current => current.AcceptsAnswers(review.Round)
                ? WithTermFrom(now, review, current.With(current.VerdictOf(review.Round)! with { SuspendsClock = false }))
                : null,
            cancellation);
        return Expected(saved is Saved.Before before ? before.Event.At : now, saved.Initiative);
    }

    private static AnswerExpected Expected(DateTimeOffset askedAt, Initiative initiative)
    {
        var until = initiative.WaitsUntil ?? askedAt;
        return new AnswerExpected(RemindAt: askedAt + ((until - askedAt) / 2), until, SetAsideBefore: null);
    }

    private DateTimeOffset? SetAsideBefore(DateTimeOffset askedAt, Initiative initiative) =>
        initiative is { IsRequestToComplete: true, WaitsUntil: { } until }
            ? TownTime.StartOf(RequestOf(askedAt, until).SetAsideBy(policy.WorkingDays).AddDays(1))
            : null;

    private DateTimeOffset EndOfTerm(ReviewRoundCase review, Initiative initiative, DateTimeOffset askedAt) => initiative.IsRequestToComplete
        ? review.Terms.Recovery.EndsAt(askedAt, policy.WorkingDays, TermOrigin.Law)
        : review.Terms.Answer.EndsAt(askedAt, policy.WorkingDays);

    private Initiative WithTermFrom(DateTimeOffset askedAt, ReviewRoundCase review, Initiative initiative)
    {
        var until = EndOfTerm(review, initiative, askedAt);
        return initiative with
        {
            WaitsUntil = until,
            Clock = initiative.IsRequestToComplete ? Suspended(initiative.Clock!, RequestOf(askedAt, until)) : initiative.Clock,
        };
    }

    private LegalClock Suspended(LegalClock legal, Suspension request) =>
        legal.Suspend(request.AskedOn, request.RecoverBy, policy.WorkingDays) is ClockChange.Changed changed ? changed.Clock : legal;

    private static Suspension RequestOf(DateTimeOffset askedAt, DateTimeOffset until) =>
        new(TownTime.DayOf(askedAt), TownTime.DayOf(until.AddTicks(-1)));

    private Task<Saved> NoteSentAsync(ReviewRoundCase review, DateTimeOffset sentAt, CancellationToken cancellation)
    {
        var sent = new InitiativeEvent($"question-{review.Round}-sent", InitiativeEventKind.QuestionSent, sentAt, Actor.Workflow);
        return initiatives.ChangeAsync(
            review.InitiativeId,
            sent,
            current => current.AcceptsAnswers(review.Round) ? WithTermFrom(sentAt, review, current) : null,
            cancellation);
    }

    private Task<DateTimeOffset?> MailApplicantAsync(
        ReviewRoundCase review,
        string step,
        Initiative initiative,
        Func<Initiative, Uri, MailMessage> compose,
        CancellationToken cancellation)
    {
        var mail = new CaseMail(
            review.InitiativeId, $"question-{review.Round}-{step}", Actor.Applicant, LinkPurpose.Status, review.Round);
        return post.SendAsync(mail, link => compose(initiative, link), cancellation);
    }
}
