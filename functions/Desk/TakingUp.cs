using Initiatiefloket.Confirming;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>Takes up a case again that was left to the desk, after however long: it stays decidable until somebody decides.</summary>
public sealed class TakingUp(
    PersonalLinks links, DeskViews views, InitiativeTable initiatives, WorkflowSignals signals, Confirmations confirming, Policy policy, TimeProvider clock)
{
    public const string Path = "oppakken";

    private LinkPage<DeskForm> ThisPage => views.PageBehind(links);

    [Function(nameof(TakeUpCase))]
    public Task<IResult> TakeUpCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Desk + "/{token}/" + Path)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => AskAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> AskAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        if (visit.Initiative.State == InitiativeState.LeftToDesk && !visit.Form.TakesUp)
        {
            visit.Errors.Add(DeskForm.TakeUpField, "Zet een vinkje als de zaak weer opgepakt wordt.");
            return await ThisPage.Show(visit, cancellation);
        }

        var needsCode = visit.Initiative.NeedsCode(policy) && visit.Initiative.State == InitiativeState.LeftToDesk;
        return await confirming.ActAsync(visit, needsCode, Path, "De zaak weer oppakken", TakeUpAsync, cancellation);

        async Task<IResult> TakeUpAsync()
        {
            var taken = visit.Initiative.TakenUp;
            var happened = new InitiativeEvent(CaseKeys.Of("taken-up", taken), InitiativeEventKind.TakenUp, clock.GetUtcNow(), visit.Person);
            await signals.SaveAndSignalAsync(
                client,
                new Signal(visit.Initiative.Id, WorkflowSignals.Resume, visit.Person),
                () => initiatives.ChangeAsync(visit.Initiative.Id, happened, current => current.TakeUp(), cancellation),
                cancellation);
            return Page.SeeOther(visit.Address);
        }
    }
}
