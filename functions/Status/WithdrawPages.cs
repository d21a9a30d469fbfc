using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Status;

/// <summary>The page on which the applicant withdraws.</summary>
[TwoLanguages]
public sealed class WithdrawPages(
    PersonalLinks links, InitiativeTable initiatives, WorkflowSignals signals, Policy policy, TimeProvider clock)
{
    private const string Route = StatusAddress.Route + "/" + StatusAddress.Withdraw;

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
                    ? Show(initiative, token, WithdrawForm.Empty, [])
                    : Page.SeeOther(StatusAddress.Of(token))),
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
            async (link, initiative) =>
            {
                var form = WithdrawForm.From(await request.ReadFormAsync(cancellation));
                var errors = new FormErrors();
                var withdrawal = form.Read(policy, errors);
                if (errors.Any)
                {
                    return Show(initiative, token, form, errors);
                }

                await SaveAsync(client, link, withdrawal, cancellation);
                return Page.SeeOther(StatusAddress.Of(token));
            },
            cancellation);

    private Task<Saved> SaveAsync(DurableTaskClient client, Link link, Withdrawal withdrawal, CancellationToken cancellation)
    {
        var withdrawn = new InitiativeEvent(
            "withdrawn", InitiativeEventKind.Withdrawn, clock.GetUtcNow(), link.Person, withdrawal.InDutch(policy));
        return signals.SaveAndSignalAsync(
            client,
            new Signal(link.InitiativeId, WorkflowEvents.Withdrawn, link.Person),
            () => initiatives.ChangeAsync(
                link.InitiativeId,
                withdrawn,
                current => current.CanBeWithdrawn ? current.MoveTo(InitiativeState.Withdrawn) with { Withdrawal = withdrawal } : null,
                cancellation),
            cancellation);
    }

    private static IResult Show(Initiative initiative, string token, WithdrawForm form, FormErrors errors) => Page.Show<WithdrawPage>(
        new { Initiative = initiative, StatusAddress = StatusAddress.Of(token), Form = form, Errors = errors },
        errors);
}
