using Initiatiefloket.Documents;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Submission;

/// <summary>The page on which the applicant confirms the e-mail address, which sends the application.</summary>
[TwoLanguages]
public sealed class ConfirmPages(
    PersonalLinks links, UnconfirmedApplications unconfirmed, InitiativeTable initiatives, WorkflowSignals signals, Policy policy, TimeProvider clock)
{
    private const string Route = LinkPaths.Confirm + "/{token}";

    [Function(nameof(ShowConfirm))]
    public Task<IResult> ShowConfirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.ConfirmEmail, visit => ShowAsync(visit, hasChanged: false, cancellation), cancellation);

    /// <summary>From here on the municipality has the application: the legal clock starts (Awb 4:13).</summary>
    [Function(nameof(Confirm))]
    public Task<IResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.ConfirmEmail, visit => ConfirmAsync(visit, client, cancellation), cancellation);

    // Whoever sent the form may have changed it since the page was opened: nobody confirms what they did not see.
    private async Task<IResult> ConfirmAsync(LinkVisit visit, DurableTaskClient client, CancellationToken cancellation)
    {
        var initiative = visit.Initiative;
        if (initiative.State == InitiativeState.Draft)
        {
            var seen = (await visit.Request.ReadFormAsync(cancellation)).Text(PostedText.VersionField);
            if (seen != (await unconfirmed.ReadAsync(initiative, cancellation)).Version)
            {
                return await ShowAsync(visit, hasChanged: true, cancellation);
            }
        }

        await ReceiveAsync(client, visit.Link, initiative.Edition, cancellation);
        return Page.SeeOther(visit.Address);
    }

    private async Task ReceiveAsync(DurableTaskClient client, Link link, string? edition, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // Address and text may be replaced while this runs, so the row itself says whether they are still the right ones.
        var submitted = new InitiativeEvent("submitted", InitiativeEventKind.Submitted, now, link.Person);
        await signals.SaveAndSignalAsync(
            client,
            new Signal(link.InitiativeId, WorkflowSignals.Start, link.Person),
            () => initiatives.ChangeAsync(
                link.InitiativeId,
                submitted,
                current => link.WasForFormerAddress(current) || current.Edition != edition ? null : current.Receive(now, policy.Terms),
                cancellation),
            cancellation);
    }

    private async Task<IResult> ShowAsync(LinkVisit visit, bool hasChanged, CancellationToken cancellation) =>
        visit.Initiative.State == InitiativeState.Draft
            ? Page.Show<ConfirmPage>(
                new
                {
                    Unconfirmed = await unconfirmed.ReadAsync(visit.Initiative, cancellation),
                    ChangeAddress = $"{visit.Address}/{ChangeFirstPages.Path}",
                    HasChanged = hasChanged,
                    Policy = policy,
                },
                hasChanged ? StatusCodes.Status409Conflict : StatusCodes.Status200OK)
            : Page.Show<ConfirmedPage>(new { visit.Initiative, Policy = policy });
}

/// <summary>The way back to the form for whoever is asked to confirm it.</summary>
[TwoLanguages]
public sealed class ChangeFirstPages(PersonalLinks links, InitiativeTable initiatives, SavedDrafts drafts, DraftBrowser browsers)
{
    /// <summary>Behind the address of the page to confirm.</summary>
    public const string Path = "veranderen";

    [Function(nameof(ChangeFirst))]
    public Task<IResult> ChangeFirst(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Confirm + "/{token}/" + Path)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.ConfirmEmail,
            async visit => await ReopenAsync(visit, cancellation) is { } form
                ? Page.SeeOther($"/{ApplicationPages.Route}/{form}/{Steps.FormSteps.Check.Path}")
                : Page.SeeOther(visit.Address),
            cancellation);

    private async Task<string?> ReopenAsync(LinkVisit visit, CancellationToken cancellation)
    {
        if (visit.Initiative.State != InitiativeState.Draft || (await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation)).FormId is not { } form)
        {
            return null;
        }

        return (await drafts.ReopenAsync(form, browsers.KeyOf(visit.Request.HttpContext), cancellation)).Token;
    }
}

/// <summary>Reads an application as whoever confirms it sees it.</summary>
public sealed class UnconfirmedApplications(InitiativeTable initiatives, DocumentLibrary documents)
{
    /// <summary>The application as it stands.</summary>
    public async Task<ShownUnconfirmed> ReadAsync(Initiative initiative, CancellationToken cancellation)
    {
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        return new ShownUnconfirmed(
            initiative,
            application,
            application.FormId is { } form ? await documents.ListAsync(DocumentOwner.OfDraft(form), cancellation) : []);
    }
}

/// <summary>An application as whoever confirms it sees it.</summary>
/// <param name="Initiative">The initiative, a draft.</param>
/// <param name="Application">What is asked for.</param>
/// <param name="Documents">What comes with it.</param>
public sealed record ShownUnconfirmed(Initiative Initiative, Application Application, IReadOnlyList<Document> Documents)
{
    private const int VersionLength = 16;

    /// <summary>Another one when any of it is another.</summary>
    public string Version => Digest.Of(string.Join(' ', [Initiative.Edition ?? "", .. Documents.Select(document => document.Id)]), VersionLength);
}
