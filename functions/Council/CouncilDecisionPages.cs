using Initiatiefloket.Confirming;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Council;

/// <summary>The page on which the coordinator, or the substitute, records what the council decided.</summary>
public sealed class CouncilDecisionPages(
    PersonalLinks links,
    CouncilDecisionViews views,
    InitiativeTable initiatives,
    WorkflowSignals signals,
    Confirmations confirming,
    Policy policy,
    TimeProvider clock)
{
    private LinkPage<CouncilDecisionForm> ThisPage => new(links, LinkPurpose.CouncilDecision)
    {
        Read = (visit, posted) => CouncilDecisionForm.From(posted, visit.Initiative, policy),
        InPlace = visit => visit.Person == visit.Initiative.Recorder
            ? null
            : Page.Show<NotYourDecisionPage>(new { visit.Initiative, Policy = policy }),
        Show = async (visit, cancellation) => Page.Show<CouncilDecisionPage>(
            new { View = await views.BuildAsync(visit, cancellation), visit.Form, visit.Errors }, visit.Errors),
    };

    [Function(nameof(ShowCouncilDecision))]
    public Task<IResult> ShowCouncilDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LinkPaths.CouncilDecision + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, visit => Task.FromResult(CouncilDecisionForm.Of(visit.Initiative, policy)), cancellation);

    [Function(nameof(RecordCouncilDecision))]
    public Task<IResult> RecordCouncilDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.CouncilDecision + "/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => RecordAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> RecordAsync(DurableTaskClient client, LinkVisit<CouncilDecisionForm> visit, CancellationToken cancellation)
    {
        var asked = await initiatives.FindEventAsync(visit.Initiative.Id, CouncilDecision.AskedKey, cancellation);
        var now = clock.GetUtcNow();
        if (visit.Form.Read(visit.Initiative, policy.For(visit.Initiative), LocalTime.DayOf(asked?.At ?? now), now, visit.Errors) is not { } decision)
        {
            return await ThisPage.Show(visit, cancellation);
        }

        var needsCode = visit.Initiative.NeedsCode(policy) && visit.Initiative.AcceptsCouncilDecision;
        var what = decision.Choice == CouncilChoice.Grant ? "De raad heeft toegekend" : "De raad heeft afgewezen";
        return await confirming.ActAsync(visit, needsCode, "council", what, RecordNowAsync, cancellation);

        async Task<IResult> RecordNowAsync()
        {
            await RecordAsync(client, visit, decision, cancellation);
            return Page.SeeOther(visit.Address);
        }
    }

    private async Task RecordAsync(DurableTaskClient client, LinkVisit visit, CouncilDecision decision, CancellationToken cancellation)
    {
        var kind = decision.Choice == CouncilChoice.Grant
            ? InitiativeEventKind.CouncilGranted
            : InitiativeEventKind.CouncilDeclined;
        var recorded = new InitiativeEvent("council-decision", kind, decision.RecordedAt, visit.Person, decision.InFull(policy.For(visit.Initiative)));
        await signals.SaveAndSignalAsync(
            client,
            new Signal(visit.Initiative.Id, WorkflowEvents.CouncilDecided, visit.Person),
            () => initiatives.ChangeAsync(
                visit.Initiative.Id,
                recorded,
                current => current.AcceptsCouncilDecision ? current with { CouncilDecision = decision } : null,
                cancellation),
            cancellation);
    }
}
