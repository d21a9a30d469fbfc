using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Initiatiefloket.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>The page on which a professional decides, behind a personal link.</summary>
public sealed class ReviewPages(PersonalLinks links, ReviewViews views, Verdicts verdicts, Policy policy, TimeProvider clock)
{
    /// <summary>Shows the page; <c>?keuze=</c>, as the buttons in the mail have it, prepares a choice.</summary>
    [Function(nameof(ShowReview))]
    public Task<IResult> ShowReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.Review + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(
            request,
            token,
            async visit =>
            {
                var kept = await verdicts.FindKeptAsync(visit.Link, visit.Initiative, cancellation);
                var form = kept.Form ?? VerdictForm.Empty(visit.Initiative);
                var view = await views.BuildAsync(visit, form with { Version = kept.Version }, cancellation);
                return Show(visit, view with { SavedAt = kept.SavedAt });
            },
            cancellation);

    /// <summary>Decides, or does what another button of the form says: keeps it, or shows it with room for more questions.</summary>
    [Function(nameof(GiveVerdict))]
    public Task<IResult> GiveVerdict(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        OpenAsync(
            request,
            token,
            async visit =>
            {
                var form = VerdictForm.From(await request.ReadFormAsync(cancellation), policy);
                if (!visit.Initiative.AcceptsVoteOf(visit.Link.Person, visit.Link.Round))
                {
                    await verdicts.KeepLateAsync(visit.Link, visit.Initiative, form, cancellation);
                    return Page.SeeOther(visit.Address);
                }

                var errors = new FormErrors();
                return form.Choice switch
                {
                    VerdictForm.OneMore => Show(visit, await views.BuildAsync(visit, form.WithOneMore(), cancellation)),
                    VerdictForm.AboutGaps => await ShowWithGapsAsync(visit, form, cancellation),
                    VerdictForm.Keep => await KeepAsync(visit, form, cancellation),
                    _ when form.Read(visit.Link, visit.Initiative, policy, clock.GetUtcNow(), errors) is { } verdict =>
                        await verdicts.DecideAsync(client, visit, form, verdict, cancellation),
                    _ => await RefuseAsync(visit, form, errors, cancellation),
                };
            },
            cancellation);

    private Task<IResult> OpenAsync(HttpRequest request, string token, Func<ReviewVisit, Task<IResult>> show, CancellationToken cancellation) =>
        links.OpenAsync(
            token, LinkPurpose.Review, (link, initiative) => show(new ReviewVisit(request, token, link, initiative)), cancellation);

    private async Task<IResult> KeepAsync(ReviewVisit visit, VerdictForm form, CancellationToken cancellation)
    {
        if (form.CheckLengths() is { Any: true } tooLong)
        {
            return await RefuseAsync(visit, form, tooLong, cancellation);
        }

        if (await verdicts.KeepAsync(visit.Link, form, cancellation) is not { } other)
        {
            return Page.SeeOther(visit.Address + visit.Request.QueryString);
        }

        var view = await views.BuildAsync(visit, form with { Version = other.Version }, cancellation);
        return Show(visit, view with { SavedAt = other.SavedAt, IsKeptElsewhere = true }, StatusCodes.Status409Conflict);
    }

    private async Task<IResult> RefuseAsync(ReviewVisit visit, VerdictForm form, FormErrors errors, CancellationToken cancellation) =>
        Show(visit, await views.BuildAsync(visit, form, cancellation) with { Errors = errors }, StatusCodes.Status422UnprocessableEntity);

    private async Task<IResult> ShowWithGapsAsync(ReviewVisit visit, VerdictForm form, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, form, cancellation);
        return Show(visit, view with { Form = form.WithQuestionsAbout(view.Application.Gaps) });
    }

    private static IResult Show(ReviewVisit visit, ReviewView view, int status = StatusCodes.Status200OK)
    {
        SecurityHeaders.AllowOwnFrames(visit.Request.HttpContext);
        return Page.Show<ReviewPage>(new { View = view }, status);
    }
}

/// <summary>The review page as it was asked for: which link, which case.</summary>
/// <param name="Request">The request.</param>
/// <param name="Token">The token in the address.</param>
/// <param name="Link">What it gives access to.</param>
/// <param name="Initiative">The case as it stands.</param>
public sealed record ReviewVisit(HttpRequest Request, string Token, Link Link, Initiative Initiative)
{
    /// <summary>Address of the page.</summary>
    public string Address => LinkPaths.AddressOf(LinkPurpose.Review, Token);

    /// <summary>The choice in the address.</summary>
    public VerdictKind? Prepared => VerdictForm.KindOf(Request.Query[VerdictForm.ChoiceField]);
}
