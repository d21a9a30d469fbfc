using Initiatiefloket.Languages;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>A form as a whole: where one goes on with it, and a link by mail to do that later.</summary>
[TwoLanguages]
public sealed class DraftPages(DraftDesk drafts, IStringLocalizer<SubmissionTexts> texts)
{
    public const string LaterRoute = "later-verder";
    private const string EmailField = "email";

    [Function(nameof(ShowDraft))]
    public Task<IResult> ShowDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApplicationPages.Route + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithDraftAsync(token, open => Task.FromResult(Page.Show<DraftPage>(new { Token = token, open.Draft })), cancellation);

    [Function(nameof(ShowLater))]
    public Task<IResult> ShowLater(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LaterRoute + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithDraftAsync(
            token,
            open => Task.FromResult(ShowLater(token, open.Draft, open.Draft.MailedTo ?? open.Draft.Form.Email, new FormErrors())),
            cancellation);

    [Function(nameof(MailLink))]
    public Task<IResult> MailLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LaterRoute + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithDraftAsync(
            token,
            async open =>
            {
                var email = (await request.ReadFormAsync(cancellation)).Line(EmailField);
                var errors = new FormErrors();
                if (!TypedEmail.IsOne(email))
                {
                    errors.Add(EmailField, texts["Vul een e-mailadres in met een @ en een punt, bijvoorbeeld naam@voorbeeld.nl."]);
                }
                else if (await drafts.MailLinkAsync(open, email, cancellation) is { } mailed)
                {
                    return Page.Show<LinkMailedPage>(new { Draft = mailed });
                }
                else
                {
                    errors.Add("", texts["Wij hebben al {0} keer een link gemaild. Gebruik de link in de laatste mail, of bel ons.", DraftDesk.MostLinks]);
                }

                return ShowLater(token, open.Draft, email, errors);
            },
            cancellation);

    /// <summary>Says why there is no form to fill in at this address.</summary>
    internal static IResult Closed(DraftFound found) => found switch
    {
        DraftFound.Sent => Page.SeeOther($"/{ApplicationPages.AlreadySentRoute}"),
        _ => Page.Show<DraftGonePage>(new { IsReplaced = found is DraftFound.Replaced }, StatusCodes.Status410Gone),
    };

    private IResult ShowLater(string token, ApplicationDraft draft, string email, FormErrors errors) => Page.Show<LaterPage>(
        new { Token = token, Draft = draft, Email = email, EmailField, Errors = errors },
        errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private async Task<IResult> WithDraftAsync(string token, Func<DraftFound.Open, Task<IResult>> act, CancellationToken cancellation)
    {
        if (!DraftToken.IsOne(token))
        {
            return Page.NotFound();
        }

        return await drafts.FindAsync(token, cancellation) switch
        {
            DraftFound.Open { Version: null } => Page.SeeOther($"/{ApplicationPages.Route}/{token}/{FormSteps.Idea.Path}"),
            DraftFound.Open open => await act(open),
            var found => Closed(found),
        };
    }
}
