using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Signals;
using Initiatiefloket.Web;
using Initiatiefloket.Workflow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>The page on which the applicant answers the professional's questions, in one go or in several.</summary>
public sealed class AnswerPages(
    PersonalLinks links,
    InitiativeTable initiatives,
    AnswerDraftTable drafts,
    WorkflowSignals signals,
    IStringLocalizer<ReviewTexts> texts,
    TimeProvider clock)
{
    private const string Route = LinkPaths.Status + "/{token}/antwoord";

    [Function(nameof(ShowQuestions))]
    public Task<IResult> ShowQuestions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(
            token,
            async (_, view) =>
            {
                var draft = await drafts.GetAsync(view.Initiative.Id, view.Asked.Round, cancellation);
                return Show(view with { Form = AnswerForm.Of(view.Asked, draft), SavedAt = draft.SavedAt });
            },
            cancellation);

    /// <summary>Keeps the answers; when the applicant sends them and each question has one, they count.</summary>
    [Function(nameof(AnswerQuestions))]
    public Task<IResult> AnswerQuestions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        OpenAsync(
            token,
            async (link, view) =>
            {
                var form = AnswerForm.From(await request.ReadFormAsync(cancellation), view.Asked);
                return await KeepAsync(view with { Form = form }, token, cancellation) switch
                {
                    Kept.Stopped(var answer) => answer,
                    _ when !form.IsSending => Page.SeeOther(AnswerAddress(token)),
                    Kept.Now(var kept) when form.CheckComplete(view.Asked, texts) is { Any: true } errors =>
                        Show(kept with { Errors = errors }, StatusCodes.Status422UnprocessableEntity),
                    _ => await SendAsync(client, link, form, token, cancellation),
                };
            },
            cancellation);

    /// <summary>Shows the page while answers are awaited; else the status page says how it went on.</summary>
    private Task<IResult> OpenAsync(string token, Func<Link, AnswerView, Task<IResult>> show, CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async (link, initiative) => initiative.AcceptsAnswers(initiative.Round)
                ? await show(link, new AnswerView(initiative, await initiatives.GetApplicationAsync(initiative.Id, cancellation)))
                : Page.SeeOther(StatusAddress(token)),
            cancellation);

    private async Task<Kept> KeepAsync(AnswerView view, string token, CancellationToken cancellation)
    {
        var (form, asked) = (view.Form, view.Asked);
        if (form.Round != asked.Round)
        {
            return new Kept.Stopped(Page.SeeOther(AnswerAddress(token)));
        }

        if (form.CheckLengths(asked) is { Any: true } errors)
        {
            return new Kept.Stopped(Show(view with { Errors = errors }, StatusCodes.Status422UnprocessableEntity));
        }

        if (await drafts.SaveAsync(view.Initiative.Id, asked.Round, form.Answers, form.Version, cancellation) is { } version)
        {
            return new Kept.Now(view with { Form = form with { Version = version } });
        }

        // The applicant sees both, and what is kept next is what this page then says.
        var other = await drafts.GetAsync(view.Initiative.Id, asked.Round, cancellation);
        return new Kept.Stopped(Show(
            view with { Form = form with { Version = other.Version }, Other = other, SavedAt = other.SavedAt }, StatusCodes.Status409Conflict));
    }

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
        return Page.SeeOther(StatusAddress(token));
    }

    private static IResult Show(AnswerView view, int status = StatusCodes.Status200OK) => Page.Show<AnswerPage>(new { View = view }, status);

    private static string StatusAddress(string token) => $"/{LinkPaths.PathOf(LinkPurpose.Status, token)}";

    private static string AnswerAddress(string token) => $"{StatusAddress(token)}/antwoord";

    private abstract record Kept
    {
        public sealed record Now(AnswerView View) : Kept;

        public sealed record Stopped(IResult Answer) : Kept;
    }
}
