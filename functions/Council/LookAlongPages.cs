using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Council;

/// <summary>The page on which a council member looks along and may call the case in.</summary>
public sealed class LookAlongPages(
    PersonalLinks links, InitiativeTable initiatives, WorkflowSignals signals, Policy policy, TimeProvider clock)
{
    [Function(nameof(LookAlong))]
    public Task<IResult> LookAlong(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LinkPaths.LookAlong + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.LookAlong, visit => ShowAsync(visit, cancellation), cancellation);

    /// <summary>Stores the call-in, as long as the window is open; a second one of the same member changes nothing, nor does one of whoever is no member any more.</summary>
    [Function(nameof(CallIn))]
    public Task<IResult> CallIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.LookAlong + "/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.LookAlong, visit => CallInAsync(client, visit, cancellation), cancellation);

    private async Task CallInAsync(DurableTaskClient client, LinkVisit visit, CancellationToken cancellation)
    {
        var member = visit.Person.CouncilMemberId!;
        if (!policy.HasCouncilMember(member) || !visit.Initiative.MaySeeCase(visit.Person))
        {
            return;
        }

        var calledIn = new InitiativeEvent($"called-in-{member}", InitiativeEventKind.CalledIn, clock.GetUtcNow(), visit.Person);
        await signals.SaveAndSignalAsync(
            client,
            new Signal(visit.Initiative.Id, WorkflowEvents.CalledIn, visit.Person),
            () => initiatives.ChangeAsync(visit.Initiative.Id, calledIn, current => current.CallIn(member), cancellation),
            cancellation);
    }

    private async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation) => Page.Show<LookAlongPage>(new
    {
        visit.Initiative,
        Application = await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation),
        Policy = policy.For(visit.Initiative),
        HadWindow = await initiatives.FindEventAsync(visit.Initiative.Id, CouncilWindowActivities.OpenedKey, cancellation) is not null,
        MemberId = visit.Person.CouncilMemberId,
        IsInvolved = !visit.Initiative.MaySeeCase(visit.Person),
    });
}
