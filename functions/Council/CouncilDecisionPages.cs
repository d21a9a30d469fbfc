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

/// <summary>The page on which the coordinator records what the council decided.</summary>
public sealed class CouncilDecisionPages(
    PersonalLinks links, InitiativeTable initiatives, WorkflowSignals signals, Policy policy, TimeProvider clock)
{
    [Function(nameof(ShowCouncilDecision))]
    public Task<IResult> ShowCouncilDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.CouncilDecision + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.CouncilDecision,
            (_, initiative) => Task.FromResult(Show(initiative, CouncilDecisionForm.Empty, new FormErrors())),
            cancellation);

    [Function(nameof(RecordCouncilDecision))]
    public Task<IResult> RecordCouncilDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.CouncilDecision + "/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.CouncilDecision,
            async (link, initiative) =>
            {
                var form = CouncilDecisionForm.From(await request.ReadFormAsync(cancellation));
                var errors = new FormErrors();
                if (form.Read(clock.GetUtcNow(), errors) is not { } decision)
                {
                    return Show(initiative, form, errors);
                }

                await SaveAsync(client, link, decision, cancellation);
                return Page.SeeOther(LinkPaths.AddressOf(LinkPurpose.CouncilDecision, token));
            },
            cancellation);

    private Task<Saved> SaveAsync(DurableTaskClient client, Link link, CouncilDecision decision, CancellationToken cancellation)
    {
        var kind = decision.Choice == CouncilChoice.Grant
            ? InitiativeEventKind.CouncilGranted
            : InitiativeEventKind.CouncilDeclined;
        var recorded = new InitiativeEvent("council-decision", kind, decision.RecordedAt, link.Person, decision.Reasons);
        return signals.SaveAndSignalAsync(
            client,
            new Signal(link.InitiativeId, WorkflowEvents.CouncilDecided, link.Person),
            () => initiatives.ChangeAsync(
                link.InitiativeId,
                recorded,
                current => current.AcceptsCouncilDecision ? current with { CouncilDecision = decision } : null,
                cancellation),
            cancellation);
    }

    private IResult Show(Initiative initiative, CouncilDecisionForm form, FormErrors errors) => Page.Show<CouncilDecisionPage>(
        new { Initiative = initiative, Policy = policy, Today = TownTime.DayOf(clock.GetUtcNow()), Form = form, Errors = errors },
        errors);
}
