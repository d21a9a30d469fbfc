using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Initiatiefloket.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>The page on which a professional decides, behind a personal link.</summary>
public sealed class ReviewPages(
    PersonalLinks links, InitiativeTable initiatives, ReviewViews views, ReviewDesk desk, Policy policy, TimeProvider clock)
{
    /// <summary>Shows the page; <c>?keuze=</c>, as the buttons in the mail have it, prepares a choice.</summary>
    [Function(nameof(ShowReview))]
    public Task<IResult> ShowReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.Review + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Review,
            async (link, initiative) => await ShowAsync(
                new ReviewRequest(request, token, link, initiative),
                await desk.OpenAsync(link, initiative, RulesOf(initiative), cancellation) with { Prepared = PreparedIn(request) },
                StatusCodes.Status200OK,
                cancellation),
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
                var review = new ReviewRequest(request, token, link, initiative);
                var form = VerdictForm.From(await request.ReadFormAsync(cancellation), policy);
                if (!initiative.AcceptsVoteOf(link.Person, link.Round))
                {
                    await desk.KeepLateAsync(link, initiative, form, cancellation);
                    return Page.SeeOther(review.Address);
                }

                var decision = new DecisionView(form, RulesOf(initiative)) { Prepared = VerdictChoice.KindOf(form.Choice) ?? PreparedIn(request) };
                return form.Choice switch
                {
                    VerdictForm.OneMore => await ShowAsync(
                        review, decision with { Form = form.WithOneMore() }, StatusCodes.Status200OK, cancellation),
                    VerdictForm.AboutGaps => await ShowAsync(
                        review, decision with { Form = await WithGapsAsync(form, initiative, cancellation) }, StatusCodes.Status200OK, cancellation),
                    VerdictForm.Keep => await KeepAsync(review, decision, cancellation),
                    _ when form.Read(decision.Rules, decision.Errors) is { } verdict =>
                        await desk.DecideAsync(client, review, form, verdict, cancellation),
                    _ => await ShowAsync(review, decision, StatusCodes.Status422UnprocessableEntity, cancellation),
                };
            },
            cancellation);

    private async Task<IResult> KeepAsync(ReviewRequest review, DecisionView decision, CancellationToken cancellation) =>
        await desk.KeepAsync(review.Link, decision, cancellation) switch
        {
            FormKept.Now => Page.SeeOther(review.Address + review.Request.QueryString),
            FormKept.Refused(var shown) => await ShowAsync(review, shown, StatusCodes.Status422UnprocessableEntity, cancellation),
            FormKept.ChangedElsewhere(var shown) => await ShowAsync(review, shown, StatusCodes.Status409Conflict, cancellation),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType()}."),
        };

    private async Task<VerdictForm> WithGapsAsync(VerdictForm form, Initiative initiative, CancellationToken cancellation) =>
        form.WithQuestionsAbout((await initiatives.GetApplicationAsync(initiative.Id, cancellation)).Gaps);

    private async Task<IResult> ShowAsync(ReviewRequest review, DecisionView decision, int status, CancellationToken cancellation)
    {
        SecurityHeaders.AllowOwnFrames(review.Request.HttpContext);
        var view = await views.BuildAsync(review.Token, review.Link, review.Initiative, decision, cancellation);
        return Page.Show<ReviewPage>(new { View = view }, status);
    }

    private VerdictRules RulesOf(Initiative initiative) => VerdictRules.For(initiative, policy, TownTime.DayOf(clock.GetUtcNow()));

    private static VerdictKind? PreparedIn(HttpRequest request) => VerdictChoice.KindOf(request.Query[VerdictForm.ChoiceField]);
}
