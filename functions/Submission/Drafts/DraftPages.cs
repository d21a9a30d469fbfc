using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>A form as a whole: where one goes on with it, and a link by mail to do that later.</summary>
[TwoLanguages]
public sealed class DraftPages(
    DraftAddresses addresses, SavedDrafts drafts, StepViews views, HumanChecks humans, RateLimits limits, IStringLocalizer<Texts> texts)
{
    public const string LaterRoute = "later-verder";
    private const string EmailField = "email";

    [Function(nameof(ShowDraft))]
    public Task<IResult> ShowDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ApplicationPages.Route + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithSavedAsync(
            request,
            token,
            open => Task.FromResult(Page.Show<DraftPage>(new
            {
                Token = token,
                open.Draft,
                Progress = FormSteps.All.Select(step => (step, views.ProgressOf(step, open.Draft))).ToArray(),
            })),
            cancellation);

    [Function(nameof(ShowLater))]
    public Task<IResult> ShowLater(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LaterRoute + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithSavedAsync(
            request,
            token,
            open => Task.FromResult(ShowLater(token, open.Draft, open.Draft.MailedTo ?? open.Draft.Form.Email, new FormErrors())),
            cancellation);

    [Function(nameof(MailLink))]
    public Task<IResult> MailLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LaterRoute + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithSavedAsync(
            request,
            token,
            async open =>
            {
                var form = await request.ReadFormAsync(cancellation);
                var email = form.Value(EmailField);
                var errors = new FormErrors();
                errors.CheckEmail(EmailField, email, texts);
                humans.Look(form, errors);
                if (errors.Any)
                {
                    return ShowLater(token, open.Draft, email, errors);
                }

                if (await limits.WaitForMailAsync(request.HttpContext, Mailbox.Of(email), once: null, cancellation) is { } wait)
                {
                    return Failure.TooMany(wait).ToResult();
                }

                switch (await drafts.MailLinkAsync(open, email, cancellation))
                {
                    case LinkMailed.Sent(var mailed, var tries):
                        return Page.Show<LinkMailedPage>(new { Draft = mailed, Tries = tries, Token = token, EmailField });
                    case LinkMailed.NoSuchAddress:
                        errors.AddNoSuchAddress(EmailField, texts);
                        break;
                    case LinkMailed.TooOften(var moment):
                        errors.Add("", texts["Wij hebben de mail al een paar keer gestuurd. Vanaf {0} uur kan het weer.", moment.InWords()]);
                        break;
                    case LinkMailed.TooMany:
                        errors.Add("", texts["Wij hebben al {0} keer een mail gestuurd. Gebruik de laatste mail, of bel ons.", SavedDrafts.MostLinks]);
                        break;
                    default:
                        throw new UnreachableException();
                }

                return ShowLater(token, open.Draft, email, errors);
            },
            cancellation);

    private IResult ShowLater(string token, ApplicationDraft draft, string email, FormErrors errors) => Page.Show<LaterPage>(
        new { Token = token, Draft = draft, Email = email, EmailField, Errors = errors },
        errors);

    // A form of which nothing was saved begins at its first page.
    private Task<IResult> WithSavedAsync(
        HttpRequest request, string token, Func<DraftFound.Open, Task<IResult>> act, CancellationToken cancellation) => addresses.OpenAsync(
        request,
        token,
        (_, open) => open.Version is null ? Task.FromResult(Page.SeeOther($"/{ApplicationPages.Route}/{token}/{FormSteps.Idea.Path}")) : act(open),
        cancellation);
}
