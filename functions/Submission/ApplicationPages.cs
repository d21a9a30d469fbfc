using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Submission;

/// <summary>The start page, the way into the form and the page of one that was sent before.</summary>
[TwoLanguages]
public sealed class ApplicationPages(DraftBrowser browsers, Policy policy, TimeProvider clock)
{
    public const string Route = LinkPaths.Draft;
    public const string AlreadySentRoute = "aanvraag-al-ontvangen";

    // The Functions host takes an empty route for the function's name; this template matches the root and nothing else.
    [Function(nameof(Start))]
    public IResult Start([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:maxlength(0)?}")] HttpRequest request) =>
        Page.Show<StartPage>(new { Policy = policy, Today = LocalTime.DayOf(clock.GetUtcNow()) });

    /// <summary>Gives the form an address of its own. Nothing is stored before something is typed.</summary>
    [Function(nameof(BeginForm))]
    public async Task<IResult> BeginForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var begun = await browsers.BeginAsync(request.HttpContext, cancellation);
        return Page.SeeOther($"/{Route}/{begun.Token}/{FormSteps.Idea.Path}");
    }

    [Function(nameof(FormAlreadySent))]
    public IResult FormAlreadySent([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = AlreadySentRoute)] HttpRequest request) =>
        Page.Show<FormAlreadySentPage>();
}
