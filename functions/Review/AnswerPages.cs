using System.Diagnostics;
using Initiatiefloket.Documents;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>The page on which the applicant answers the professional's questions, in one go or in several.</summary>
[TwoLanguages]
public sealed class AnswerPages(
    PersonalLinks links, InitiativeTable initiatives, Answers answers, DocumentDesk documents, WorkflowSignals signals, TimeProvider clock)
{
    private const string Route = StatusAddress.Route + "/" + StatusAddress.Answer;

    [Function(nameof(ShowQuestions))]
    public Task<IResult> ShowQuestions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(token, async (_, view) => Show(await answers.FillAsync(view, cancellation)), cancellation);

    /// <summary>Keeps the answers; when the applicant sends them and each question has one, they count.</summary>
    [Function(nameof(AnswerQuestions))]
    [RequestSizeLimit(UploadLimits.RequestBytes)]
    public Task<IResult> AnswerQuestions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        OpenAsync(
            token,
            async (link, view) =>
            {
                var posted = await request.ReadFormAsync(cancellation);
                var form = AnswerForm.From(posted, view.Asked);
                return await answers.KeepAsync(view with { Form = form }, posted.Files, cancellation) switch
                {
                    AnswersKept.NotAwaited => Page.SeeOther(AnswerAddress(token)),
                    AnswersKept.ChangedElsewhere other => Show(other.View, StatusCodes.Status409Conflict),
                    AnswersKept.Refused refused => Show(refused.View, StatusCodes.Status422UnprocessableEntity),
                    AnswersKept.Now when !form.IsSending => Page.SeeOther(AnswerAddress(token)),
                    AnswersKept.Now kept when answers.FindGaps(kept.View) is { Any: true } gaps =>
                        Show(kept.View with { Errors = gaps }, StatusCodes.Status422UnprocessableEntity),
                    AnswersKept.Now => await SendAsync(client, link, form, token, cancellation),
                    _ => throw new UnreachableException(),
                };
            },
            cancellation);

    /// <summary>Removes a document from an answer. What was typed is kept too: the button stands in the same form.</summary>
    [Function(nameof(RemoveAnswerDocument))]
    [RequestSizeLimit(UploadLimits.RequestBytes)]
    public Task<IResult> RemoveAnswerDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{question}/{document}/verwijderen")] HttpRequest request,
        string token,
        string question,
        string document,
        CancellationToken cancellation) =>
        OpenAsync(
            token,
            async (_, view) =>
            {
                var posted = await request.ReadFormAsync(cancellation);
                if (view.Asked.Questions.FirstOrDefault(asked => asked.Id == question) is { } asked)
                {
                    await documents.RemoveAsync(asked.OwnerIn(view.Initiative.Id), document, cancellation);
                }

                var form = AnswerForm.From(posted, view.Asked);
                return await answers.KeepAsync(view with { Form = form }, posted.Files, cancellation) switch
                {
                    AnswersKept.ChangedElsewhere other => Show(other.View, StatusCodes.Status409Conflict),
                    AnswersKept.Refused refused => Show(refused.View, StatusCodes.Status422UnprocessableEntity),
                    AnswersKept.Now or AnswersKept.NotAwaited => Page.SeeOther(AnswerAddress(token)),
                    _ => throw new UnreachableException(),
                };
            },
            cancellation);

    /// <summary>Shows the page while answers are awaited; else the status page says how it went on.</summary>
    private Task<IResult> OpenAsync(string token, Func<Link, AnswerView, Task<IResult>> show, CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async (link, initiative) => initiative.AcceptsAnswers(initiative.Round)
                ? await show(
                    link, new AnswerView(initiative, await initiatives.GetApplicationAsync(initiative.Id, cancellation)) { Token = token })
                : Page.SeeOther(StatusAddress.Of(token)),
            cancellation);

    private async Task<IResult> SendAsync(
        DurableTaskClient client, Link link, AnswerForm form, string token, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var answered = new InitiativeEvent($"answer-{form.Round}", InitiativeEventKind.QuestionAnswered, now, link.Person);
        await signals.SaveAndSignalAsync(
            client,
            new Signal(link.InitiativeId, WorkflowEvents.QuestionAnswered(form.Round), link.Person),
            () => initiatives.ChangeAsync(
                link.InitiativeId, answered, current => current.Answer(form.Round, form.Answers, now), cancellation),
            cancellation);
        await answers.ForgetAsync(link.InitiativeId, form.Round, cancellation);
        return Page.SeeOther(StatusAddress.Of(token));
    }

    private static IResult Show(AnswerView view, int status = StatusCodes.Status200OK) => Page.Show<AnswerPage>(new { View = view }, status);

    private static string AnswerAddress(string token) => StatusAddress.Of(token, StatusAddress.Answer);
}
