using Initiatiefloket.Documents;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Steps;

/// <summary>The documents of a form. Who chose a file and pressed "Verder" at once has attached it too.</summary>
[TwoLanguages]
public sealed class AttachmentPages(
    DraftAddresses addresses, SavedDrafts drafts, DocumentLibrary documents, StepViews views, IStringLocalizer<Texts> texts)
{
    public const string Add = "toevoegen";
    private const string Route = ApplicationPages.Route + "/{token}/bestanden";

    [Function(nameof(AttachFiles))]
    [RequestSizeLimit(UploadLimits.RequestBytes)]
    public Task<IResult> AttachFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/toevoegen")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        WithDraftAsync(request, token, (visit, view) => AttachAsync(visit, view, request, cancellation), cancellation);

    [Function(nameof(OpenFile))]
    public Task<IResult> OpenFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        WithDraftAsync(
            request, token, (_, view) => documents.OpenAsync(DocumentOwner.OfDraft(view.Draft.Id), id, DocumentView.Download, cancellation), cancellation);

    [Function(nameof(RemoveFile))]
    [RequestSizeLimit(UploadLimits.RequestBytes)]
    public Task<IResult> RemoveFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id}/verwijderen")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        WithDraftAsync(
            request,
            token,
            async (_, view) =>
            {
                await documents.RemoveAsync(DocumentOwner.OfDraft(view.Draft.Id), id, cancellation);
                return Page.SeeOther(view.AddressOf(FormSteps.Documents));
            },
            cancellation);

    private async Task<IResult> AttachAsync(DraftVisit visit, StepView view, HttpRequest request, CancellationToken cancellation)
    {
        var owner = DocumentOwner.OfDraft(view.Draft.Id);
        var posted = await request.ReadFormAsync(cancellation);
        var errors = new FormErrors();
        var files = posted.Files.GetFiles(DocumentsStep.FileField);
        if (files.Count == 0 && posted.Text(StepPages.ActionField) == Add)
        {
            errors.Add(DocumentsStep.FileField, texts["Kies eerst een bestand en druk dan op \"Voeg toe\"."]);
        }

        var before = await documents.ListAsync(owner, cancellation);
        foreach (var refused in await documents.AddAllAsync(request, [.. files.Select(file => new SentFile(owner, file))], cancellation))
        {
            errors.Add(refused.Field, refused.Message);
        }

        // Also without a file: the page counts as seen, and the time that the draft is kept begins anew.
        await drafts.SaveAsync(visit, view.Step, view.Draft.VersionOf(view.Step), form => form, cancellation);
        var known = before.Select(document => document.Id).ToHashSet();
        var after = await documents.ListAsync(owner, cancellation);
        var seen = view with { Errors = errors, Added = [.. after.Select(document => document.Id).Where(id => !known.Contains(id))] };
        return errors.Any ? await views.ShowAsync(seen, cancellation) : Page.SeeOther(seen.AddressAfter(posted.Text(StepPages.ActionField), request));
    }

    private Task<IResult> WithDraftAsync(
        HttpRequest request, string token, Func<DraftVisit, StepView, Task<IResult>> act, CancellationToken cancellation) =>
        addresses.OpenAsync(request, token, (visit, open) => act(visit, new StepView(token, FormSteps.Documents, open.Draft)), cancellation);
}
