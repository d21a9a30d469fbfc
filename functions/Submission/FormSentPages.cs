using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Submission;

/// <summary>The page after a form was sent, until its address is confirmed: where the mail went, and a button to send it once more.</summary>
[TwoLanguages]
public sealed class FormSentPages(
    DraftAddresses addresses, FormTable forms, ConfirmationMail confirmation, StepViews views, RateLimits limits, Policy policy)
{
    // Not right behind the token, where the pages of the form are.
    private const string Path = "mail/verstuurd";
    private const string Route = ApplicationPages.Route + "/{token}/" + Path;

    /// <summary>Address of the page.</summary>
    public static string AddressOf(string token) => $"/{ApplicationPages.Route}/{token}/{Path}";

    [Function(nameof(ShowFormSent))]
    public Task<IResult> ShowFormSent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithAskedAsync(
            request,
            token,
            (_, asked) => Task.FromResult(Page.Show<FormSentPage>(new { Policy = policy, Asked = asked, Address = AddressOf(token), AboutAddress = AboutAddressOf(token) })),
            cancellation);

    [Function(nameof(MailConfirmationAgain))]
    public Task<IResult> MailConfirmationAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithAskedAsync(request, token, (draft, asked) => MailAgainAsync(request, new StepView(token, FormSteps.About, draft), asked, cancellation), cancellation);

    private async Task<IResult> MailAgainAsync(HttpRequest request, StepView about, ConfirmationAsked asked, CancellationToken cancellation)
    {
        if (await limits.WaitForMailAsync(request.HttpContext, Mailbox.Of(asked.Email), once: null, cancellation) is { } wait)
        {
            return Failure.TooMany(wait).ToResult();
        }

        switch (await confirmation.SendAgainAsync(asked.Initiative.Id, cancellation))
        {
            case Posted.Sent or Posted.SentBefore:
            case Posted.NotWanted:
                // Too often: the page says from when on it can be sent again.
                return Page.SeeOther(AddressOf(about.Token));
            case Posted.Refused:
                return await views.ShowNoSuchAddressAsync(about, cancellation);
            default:
                throw new UnreachableException();
        }
    }

    private static string AboutAddressOf(string token) =>
        $"/{ApplicationPages.Route}/{token}/{FormSteps.About.Path}?{StepView.FromCheck}=1#{FieldId.Of(ApplicationForm.EmailField)}";

    private Task<IResult> WithAskedAsync(
        HttpRequest request, string token, Func<ApplicationDraft, ConfirmationAsked, Task<IResult>> act, CancellationToken cancellation) => addresses.OpenAsync(
        request,
        token,
        async (_, open) =>
        {
            if (await forms.FindReferenceAsync(open.Draft.Id, cancellation) is not { } id)
            {
                return Page.SeeOther($"/{ApplicationPages.Route}/{token}");
            }

            var asked = await confirmation.FindAsync(id, cancellation);
            return asked.Initiative.State == InitiativeState.Draft
                ? await act(open.Draft, asked)
                : Page.SeeOther($"/{ApplicationPages.AlreadySentRoute}");
        },
        cancellation);
}
