using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council.Questions;

/// <summary>Brings questions of council members to the professional, and the answers back. It stands beside the workflow of the case, which goes on without an answer.</summary>
public sealed class CouncilQuestions(CouncilQuestionTable table, InitiativeTable initiatives, CasePost post, Policy policy, TimeProvider clock)
{
    /// <summary>Asks a question. The same question of the same member is asked once, however often a button is pressed.</summary>
    /// <param name="initiative">A case with a verdict.</param>
    /// <param name="member">Id of the member.</param>
    /// <param name="text">The question.</param>
    public async Task<QuestionAsked> AskAsync(Initiative initiative, string member, string text, CancellationToken cancellation)
    {
        while (true)
        {
            var questions = await table.ListAsync(initiative.Id, cancellation);
            if (questions.FirstOrDefault(one => one.MemberId == member && one.Text == text) is { } before)
            {
                await SendAsync(initiative, before, cancellation);
                return QuestionAsked.Sent;
            }

            if (questions.Count >= CouncilQuestion.Most)
            {
                return QuestionAsked.TooMany;
            }

            var now = clock.GetUtcNow();
            var answerBy = policy.Council.Answer.LastDay(LocalTime.DayOf(now), policy.WorkingDays);
            var question = new CouncilQuestion(questions.Count + 1, member, text, now, answerBy, initiative.VerdictOf(initiative.Round)!.By);
            if (await table.TryAddAsync(initiative.Id, question, cancellation))
            {
                await SendAsync(initiative, question, cancellation);
                return QuestionAsked.Sent;
            }
        }
    }

    /// <summary>Keeps an answer and tells who asked. May be repeated.</summary>
    public async Task AnswerAsync(Initiative initiative, CouncilQuestion asked, Actor by, string answer, CancellationToken cancellation)
    {
        var answered = asked with { Answer = answer, AnsweredBy = by, AnsweredAt = clock.GetUtcNow() };
        await CloseAsync(initiative, await table.AnswerAsync(initiative.Id, answered, cancellation), cancellation);
    }

    /// <summary>Sees to a question that is open on a day: reminds on the last day, tells the coordinator after it, and closes what was answered. May be repeated.</summary>
    public async Task WatchAsync(Initiative initiative, CouncilQuestion question, DateOnly today, CancellationToken cancellation)
    {
        await NoteAskedAsync(initiative, question, cancellation);
        if (question.AnsweredAt is not null)
        {
            await CloseAsync(initiative, question, cancellation);
        }
        else if (today > question.AnswerBy)
        {
            await MailAsync(initiative, question, "late", Actor.Coordinator, CouncilQuestionMails.Late, cancellation);
        }
        else if (today == question.AnswerBy)
        {
            await MailAsync(initiative, question, "reminder", question.To, CouncilQuestionMails.Reminder, cancellation);
        }
    }

    private async Task SendAsync(Initiative initiative, CouncilQuestion question, CancellationToken cancellation)
    {
        await NoteAskedAsync(initiative, question, cancellation);
        await MailAsync(initiative, question, "asked", question.To, CouncilQuestionMails.Asked, cancellation);
    }

    private async Task CloseAsync(Initiative initiative, CouncilQuestion answered, CancellationToken cancellation)
    {
        await NoteAsync(
            initiative, StepOf(answered, "answered"), InitiativeEventKind.CouncilQuestionAnswered, answered.AnsweredAt!.Value, answered.AnsweredBy!, answered.Answer!, cancellation);
        var member = Actor.CouncilMember(answered.MemberId);
        if (policy.CouncilMemberOf(member) is not null && !policy.IsOutOfOffice(member, LocalTime.DayOf(clock.GetUtcNow())))
        {
            var mail = new CaseMail(initiative.Id, StepOf(answered, "answered"), MailKind.ToProfessional, member, LinkPurpose.LookAlong, initiative.Round);
            await post.TellAsync(mail, link => CouncilQuestionMails.Answered(initiative, answered, policy, link), cancellation);
        }

        await table.CloseAsync(new OpenQuestion(initiative.Id, answered.Number), cancellation);
    }

    private Task NoteAskedAsync(Initiative initiative, CouncilQuestion question, CancellationToken cancellation) => NoteAsync(
        initiative, StepOf(question, "asked"), InitiativeEventKind.CouncilQuestionAsked, question.AskedAt, Actor.CouncilMember(question.MemberId), question.Text, cancellation);

    // The question is kept in a table of its own, and stays open until this was done: when the app stops in between, the next watch tells it, of the moment at which it was.
    private async Task NoteAsync(
        Initiative initiative, string key, InitiativeEventKind kind, DateTimeOffset at, Actor by, string words, CancellationToken cancellation) =>
        await initiatives.ChangeAsync(initiative.Id, new InitiativeEvent(key, kind, at, by, words), current => current, cancellation);

    private Task MailAsync(
        Initiative initiative,
        CouncilQuestion question,
        string step,
        Actor to,
        Func<Initiative, CouncilQuestion, Policy, Uri, MailMessage> compose,
        CancellationToken cancellation)
    {
        var mail = new CaseMail(initiative.Id, StepOf(question, step), MailKind.ToProfessional, to, LinkPurpose.CouncilQuestion, question.Number);
        return post.TellAsync(mail, link => compose(initiative, question, policy, link), cancellation);
    }

    private static string StepOf(CouncilQuestion question, string step) => $"council-question-{question.Number}-{step}";
}
