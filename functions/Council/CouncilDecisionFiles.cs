using Initiatiefloket.Budget;
using Initiatiefloket.Council.Proposal;
using Initiatiefloket.Documents;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council;

/// <summary>What whoever records the council's decision can save: the proposal to the council, and the documents of the case.</summary>
public sealed class CouncilDecisionFiles(PersonalLinks links, CouncilDecisionViews views, DocumentLibrary documents, PotLedger pot, TimeProvider clock)
{
    /// <summary>Last part of the address of the proposal.</summary>
    public const string Proposal = "raadsvoorstel";

    /// <summary>Part of the address of a document, behind that of the page.</summary>
    public const string Document = "document";

    private const string Route = LinkPaths.CouncilDecision + "/{token}";

    /// <summary>A document that was sent.</summary>
    [Function(nameof(OpenDecisionDocument))]
    public Task<IResult> OpenDecisionDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + Document + "/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        OpenAsync(token, visit => documents.OpenSentAsync(visit.Initiative, id, DocumentView.Download, cancellation), cancellation);

    /// <summary>The proposal to the council, for a word processor.</summary>
    [Function(nameof(OpenCouncilProposal))]
    public Task<IResult> OpenCouncilProposal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + Proposal)] HttpRequest request, string token, CancellationToken cancellation) =>
        OpenAsync(token, visit => WriteAsync(visit, cancellation), cancellation);

    private async Task<IResult> WriteAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, cancellation);
        if (view.Advice is null)
        {
            return Page.NotFound();
        }

        var balance = await pot.GetBalanceAsync(view.Initiative.PotYear, cancellation);
        return Page.Word(WordFile.Write(CouncilProposal.Of(view, balance, clock.GetUtcNow())), CouncilProposal.FileNameOf(view.Initiative));
    }

    // Only for the recorder: another one who had this link before is involved (Awb 2:4).
    private Task<IResult> OpenAsync(string token, Func<LinkVisit, Task<IResult>> open, CancellationToken cancellation) => links.OpenAsync(
        token,
        LinkPurpose.CouncilDecision,
        visit => visit.Person == visit.Initiative.Recorder ? open(visit) : Task.FromResult(Page.NotFound()),
        cancellation);
}
