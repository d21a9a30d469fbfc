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
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.LookAlong + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.LookAlong, (link, initiative) => ShowAsync(link, initiative, cancellation), cancellation);

    /// <summary>Stores the call-in, as long as the window is open; a second one of the same member changes nothing, nor does one of who is no member any more.</summary>
    [Function(nameof(CallIn))]
    public Task<IResult> CallIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.LookAlong + "/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.LookAlong,
            async (link, _) =>
            {
                var address = LinkPaths.AddressOf(LinkPurpose.LookAlong, token);
                var member = link.Person.CouncilMemberId!;
                if (!policy.HasCouncilMember(member))
                {
                    return Page.SeeOther(address);
                }

                var calledIn = new InitiativeEvent(
                    $"called-in-{member}", InitiativeEventKind.CalledIn, clock.GetUtcNow(), link.Person);
                await signals.SaveAndSignalAsync(
                    client,
                    new Signal(link.InitiativeId, WorkflowEvents.CalledIn, link.Person),
                    () => initiatives.ChangeAsync(link.InitiativeId, calledIn, current => current.CallIn(member), cancellation),
                    cancellation);
                return Page.SeeOther(address);
            },
            cancellation);

    private async Task<IResult> ShowAsync(Link link, Initiative initiative, CancellationToken cancellation)
    {
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        return Page.Show<LookAlongPage>(new
        {
            Initiative = initiative,
            Application = application,
            Policy = policy,
            HadWindow = await initiatives.FindEventAsync(initiative.Id, CouncilWindowActivities.OpenedKey, cancellation) is not null,
            MemberId = link.Person.CouncilMemberId,
        });
    }
}
