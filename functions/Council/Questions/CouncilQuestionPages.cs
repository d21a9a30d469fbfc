using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council.Questions;

/// <summary>The page on which the professional, or the coordinator when it is late, answers a council member.</summary>
public sealed class CouncilQuestionPages(
    PersonalLinks links, InitiativeTable initiatives, CouncilQuestionTable table, CouncilQuestions questions, Policy policy)
{
    public const string AnswerField = "antwoord";

    private const string Route = LinkPaths.CouncilQuestion + "/{token}";

    private LinkPage<string> ThisPage => new(links, LinkPurpose.CouncilQuestion)
    {
        InPlace = visit => visit.Initiative.MaySeeCase(visit.Person) ? null : Page.NotFound(),
        Read = (_, posted) => posted.Text(AnswerField),
        Show = ShowAsync,
    };

    [Function(nameof(ShowCouncilQuestion))]
    public Task<IResult> ShowCouncilQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.GetAsync(token, "", cancellation);

    /// <summary>Keeps the answer; the first one stands, of whoever gives it.</summary>
    [Function(nameof(AnswerCouncilQuestion))]
    public Task<IResult> AnswerCouncilQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.PostAsync(
            token,
            async visit =>
            {
                visit.Errors.Require(AnswerField, visit.Form, "Vul uw antwoord in. Alle raadsleden lezen het.", CouncilQuestion.LongestAnswer);
                if (!visit.Errors.Any)
                {
                    await questions.AnswerAsync(visit.Initiative, await GetAsync(visit, cancellation), visit.Person, visit.Form, cancellation);
                }
            },
            cancellation);

    private async Task<CouncilQuestion> GetAsync(LinkVisit visit, CancellationToken cancellation) =>
        await table.FindAsync(visit.Initiative.Id, visit.Link.Round, cancellation)
        ?? throw new InvalidOperationException($"{visit.Initiative.Id} has no council question {visit.Link.Round}, but a link to it.");

    private async Task<IResult> ShowAsync(LinkVisit<string> visit, CancellationToken cancellation) => Page.Show<CouncilQuestionPage>(
        new
        {
            visit.Initiative,
            Application = await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation),
            Policy = policy,
            Question = await GetAsync(visit, cancellation),
            Answer = visit.Form,
            visit.Errors,
        },
        visit.Errors);
}
