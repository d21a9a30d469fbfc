using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Submission;

/// <summary>The page on which the applicant confirms the e-mail address, which sends the application.</summary>
[TwoLanguages]
public sealed class ConfirmPages(
    PersonalLinks links, InitiativeTable initiatives, WorkflowSignals signals, Policy policy, TimeProvider clock)
{
    private const string Route = LinkPaths.Confirm + "/{token}";

    [Function(nameof(ShowConfirm))]
    public Task<IResult> ShowConfirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.ConfirmEmail, visit => ShowAsync(visit.Initiative, cancellation), cancellation);

    /// <summary>From here on the municipality has the application: the legal clock starts (Awb 4:13).</summary>
    [Function(nameof(Confirm))]
    public Task<IResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.ConfirmEmail, visit => ReceiveAsync(client, visit.Link, cancellation), cancellation);

    private async Task ReceiveAsync(DurableTaskClient client, Link link, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // The address may be replaced while this runs, so the row itself says whether the link is still the right one.
        var submitted = new InitiativeEvent("submitted", InitiativeEventKind.Submitted, now, link.Person);
        await signals.SaveAndSignalAsync(
            client,
            new Signal(link.InitiativeId, WorkflowSignals.Start, link.Person),
            () => initiatives.ChangeAsync(
                link.InitiativeId,
                submitted,
                current => link.WasForFormerAddress(current) ? null : current.Receive(now, policy.Terms.Decision),
                cancellation),
            cancellation);
    }

    private async Task<IResult> ShowAsync(Initiative initiative, CancellationToken cancellation) =>
        initiative.State == InitiativeState.Draft
            ? Page.Show<ConfirmPage>(new
            {
                Initiative = initiative,
                Application = await initiatives.GetApplicationAsync(initiative.Id, cancellation),
                Policy = policy,
            })
            : Page.Show<ConfirmedPage>(new { Initiative = initiative, Policy = policy });
}
