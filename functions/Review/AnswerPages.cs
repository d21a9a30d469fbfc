using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Signals;
using Initiatiefloket.Web;
using Initiatiefloket.Workflow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>The page on which the applicant answers the professional's question.</summary>
public sealed class AnswerPages(PersonalLinks links, InitiativeTable initiatives, WorkflowSignals signals, TimeProvider clock)
{
    private const string AnswerField = "antwoord";
    private const string Route = LinkPaths.Status + "/{token}/antwoord";
    private const int LongestAnswer = 4000;

    [Function(nameof(ShowQuestion))]
    public Task<IResult> ShowQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            (_, initiative) => Task.FromResult(Show(initiative, token, "", new FormErrors())),
            cancellation);

    [Function(nameof(AnswerQuestion))]
    public Task<IResult> AnswerQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async (link, initiative) =>
            {
                var answer = (await request.ReadFormAsync(cancellation)).Text(AnswerField);
                var errors = Check(answer);
                if (errors.Any)
                {
                    return Show(initiative, token, answer, errors);
                }

                await SaveAsync(client, link, initiative.Round, answer, cancellation);
                return Page.SeeOther(StatusAddress(token));
            },
            cancellation);

    private Task<Saved> SaveAsync(DurableTaskClient client, Link link, int round, string answer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var answered = new InitiativeEvent($"answer-{round}", InitiativeEventKind.QuestionAnswered, now, link.Person, answer);
        return signals.SaveAndSignalAsync(
            client,
            new Signal(link.InitiativeId, WorkflowEvents.QuestionAnswered(round), link.Person),
            () => initiatives.ChangeAsync(link.InitiativeId, answered, current => current.Answer(round, answer, now), cancellation),
            cancellation);
    }

    private static FormErrors Check(string answer)
    {
        var errors = new FormErrors();
        errors.Require(AnswerField, answer, "Vul uw antwoord in.", LongestAnswer);
        return errors;
    }

    private static IResult Show(Initiative initiative, string token, string answer, FormErrors errors) =>
        initiative.State == InitiativeState.WaitingForApplicant
            ? Page.Show<AnswerPage>(
                new { Initiative = initiative, Answer = answer, Errors = errors, FieldName = AnswerField },
                errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Page.SeeOther(StatusAddress(token));

    private static string StatusAddress(string token) => $"/{LinkPaths.PathOf(LinkPurpose.Status, token)}";
}
