using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Status;

/// <summary>A new application that begins with the text of one that came to nothing.</summary>
[TwoLanguages]
public sealed class AgainPages(PersonalLinks links, InitiativeTable initiatives, SavedDrafts drafts, DraftBrowser browsers, Policy policy)
{
    /// <summary>A scanner that presses the button gets a form in its own browser, which nobody sends and which is removed in time.</summary>
    [Function(nameof(ApplyAgain))]
    public Task<IResult> ApplyAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StatusAddress.Route + "/" + StatusAddress.Again)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async visit => visit.Initiative.CanBeAppliedForAgain
                ? Page.SeeOther(await BeginAsync(visit, cancellation))
                : Page.SeeOther(visit.Address),
            cancellation);

    private async Task<string> BeginAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var application = await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation);
        var applicant = await initiatives.GetApplicantAsync(visit.Initiative.Id, cancellation);
        var begun = await browsers.BeginAsync(visit.Request.HttpContext, cancellation);
        await drafts.BeginAsync(begun, id => ApplicationCopy.FormOf(id, application, applicant, policy), cancellation);
        return $"/{ApplicationPages.Route}/{begun.Token}/{FormSteps.Idea.Path}";
    }
}
