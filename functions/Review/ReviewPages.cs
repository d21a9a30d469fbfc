using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Signals;
using Initiatiefloket.Web;
using Initiatiefloket.Workflow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>The page on which a professional decides, behind a personal link.</summary>
public sealed class ReviewPages(
    PersonalLinks links,
    InitiativeTable initiatives,
    ReviewViews views,
    DocumentDesk documents,
    WorkflowSignals signals,
    Policy policy,
    TimeProvider clock)
{
    [Function(nameof(ShowReview))]
    public Task<IResult> ShowReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.Review + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Review,
            (link, initiative) => ShowAsync(token, link, initiative, VerdictForm.Empty(initiative), new FormErrors(), cancellation),
            cancellation);

    [Function(nameof(GiveVerdict))]
    public Task<IResult> GiveVerdict(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Review,
            async (link, initiative) =>
            {
                var form = VerdictForm.From(await request.ReadFormAsync(cancellation));
                var errors = new FormErrors();
                if (form.WantsOneMore)
                {
                    return await ShowAsync(token, link, initiative, form.WithOneMore(), errors, cancellation);
                }

                if (form.WantsGaps)
                {
                    var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
                    return await ShowAsync(token, link, initiative, form.WithQuestionsAbout(application.Gaps), errors, cancellation);
                }

                if (form.Read(initiative.Asked, initiative.TimesAsked < policy.Limits.QuestionRounds, errors) is not { } decision)
                {
                    return await ShowAsync(token, link, initiative, form, errors, cancellation);
                }

                await SaveAsync(client, link, decision, cancellation);
                return Page.SeeOther($"/{LinkPaths.PathOf(LinkPurpose.Review, token)}");
            },
            cancellation);

    /// <summary>A document of the case, for who decides on it.</summary>
    [Function(nameof(OpenReviewDocument))]
    public Task<IResult> OpenReviewDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.Review + "/{token}/document/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Review, (_, initiative) => documents.OpenOfCaseAsync(initiative.Id, id, cancellation), cancellation);

    private Task<Saved> SaveAsync(DurableTaskClient client, Link link, VerdictInput decision, CancellationToken cancellation)
    {
        var verdict = decision.By(link.Person, link.Round, clock.GetUtcNow());
        var signal = new Signal(
            ReviewRound.InstanceIdOf(link.InitiativeId, link.Round), WorkflowEvents.ReviewChanged(link.Round), link.Person);
        return signals.SaveAndSignalAsync(
            client,
            signal,
            () => initiatives.ChangeAsync(
                link.InitiativeId, $"vote-{link.Round}-{link.Person}", current => VoteIn(current, verdict), cancellation),
            cancellation);
    }

    private async Task<IResult> ShowAsync(
        string token, Link link, Initiative initiative, VerdictForm form, FormErrors errors, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(token, link, initiative, cancellation);
        return Page.Show<ReviewPage>(
            new { View = view, Form = form, Errors = errors },
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static Change? VoteIn(Initiative current, Verdict vote)
    {
        if (current.Vote(vote) is not { } voted)
        {
            return null;
        }

        var kind = voted.VerdictOf(vote.Round) is null ? InitiativeEventKind.Voted : EventOf(vote.Kind);
        return new Change(voted, new InitiativeEvent($"vote-{vote.Round}-{vote.By}", kind, vote.At, vote.By, vote.Words));
    }

    private static InitiativeEventKind EventOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => InitiativeEventKind.Approved,
        VerdictKind.Ask => InitiativeEventKind.QuestionPut,
        _ => InitiativeEventKind.Declined,
    };
}
