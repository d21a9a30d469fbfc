using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Signals;
using Initiatiefloket.Web;
using Initiatiefloket.Workflow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Status;

/// <summary>The page on which the applicant withdraws.</summary>
public sealed class WithdrawPages(PersonalLinks links, InitiativeTable initiatives, WorkflowSignals signals, TimeProvider clock)
{
    private const string Route = LinkPaths.Status + "/{token}/intrekken";

    [Function(nameof(ShowWithdraw))]
    public Task<IResult> ShowWithdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            (_, initiative) => Task.FromResult(
                initiative.CanBeWithdrawn
                    ? Page.Show<WithdrawPage>(new { Initiative = initiative, StatusAddress = StatusAddress(token) })
                    : Page.SeeOther(StatusAddress(token))),
            cancellation);

    /// <summary>From any state before granted; who is too late is sent back to the status page, which says how it ended.</summary>
    [Function(nameof(Withdraw))]
    public Task<IResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async (link, _) =>
            {
                var withdrawn = new InitiativeEvent("withdrawn", InitiativeEventKind.Withdrawn, clock.GetUtcNow(), link.Person);
                await signals.SaveAndSignalAsync(
                    client,
                    new Signal(link.InitiativeId, WorkflowEvents.Withdrawn, link.Person),
                    () => initiatives.ChangeAsync(
                        link.InitiativeId,
                        withdrawn,
                        current => current.CanBeWithdrawn ? current.MoveTo(InitiativeState.Withdrawn) : null,
                        cancellation),
                    cancellation);
                return Page.SeeOther(StatusAddress(token));
            },
            cancellation);

    private static string StatusAddress(string token) => $"/{LinkPaths.PathOf(LinkPurpose.Status, token)}";
}
