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

    private LinkPage<WithdrawForm> ThisPage => new(links, LinkPurpose.Status)
    {
        InPlace = visit => visit.Initiative.CanBeWithdrawn ? null : Page.SeeOther(StatusAddress.Of(visit.Token)),
        Read = (_, posted) => WithdrawForm.From(posted),
        Show = (visit, _) => Task.FromResult(Page.Show<WithdrawPage>(
            new { visit.Initiative, StatusAddress = StatusAddress.Of(visit.Token), visit.Form, visit.Errors }, visit.Errors)),
        Onward = visit => StatusAddress.Of(visit.Token),
    };

    [Function(nameof(ShowWithdraw))]
    public Task<IResult> ShowWithdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, WithdrawForm.Empty, cancellation);

    /// <summary>From any state before granted; who is too late is sent back to the status page, which says how it ended.</summary>
    [Function(nameof(Withdraw))]
    public Task<IResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => WithdrawAsync(client, visit, cancellation), cancellation);

    private async Task WithdrawAsync(DurableTaskClient client, LinkVisit<WithdrawForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.Read(policy.For(visit.Initiative), visit.Errors) is not { } withdrawal)
        {
            return;
        }

        var withdrawn = new InitiativeEvent(
            "withdrawn", InitiativeEventKind.Withdrawn, clock.GetUtcNow(), visit.Person, withdrawal.InDutch(policy.For(visit.Initiative)));
        await signals.SaveAndSignalAsync(
            client,
            new Signal(visit.Initiative.Id, WorkflowEvents.Withdrawn, visit.Person),
            () => initiatives.ChangeAsync(
                visit.Initiative.Id,
                withdrawn,
                current => current.CanBeWithdrawn ? current.MoveTo(InitiativeState.Withdrawn) with { Withdrawal = withdrawal } : null,
                cancellation),
            cancellation);
    }
}

/// <summary>The form to withdraw as it was filled in; a reason may be given, and need not.</summary>
public sealed record WithdrawForm(string Reason, string Words)
{
    public const string ReasonField = "reden";
    public const string WordsField = "toelichting";

    /// <summary>Longest explanation.</summary>
    public const int LongestWords = 1000;

    public static WithdrawForm Empty { get; } = new("", "");

    public static WithdrawForm From(IFormCollection form) => new(form.Text(ReasonField), form.Text(WordsField));

    /// <summary>What was filled in, or null with the errors added. A reason that the policy does not have counts as none.</summary>
    public Withdrawal? Read(Policy policy, FormErrors errors)
    {
        errors.AtMost(WordsField, Words, LongestWords);
        return errors.Any ? null : new Withdrawal(
            policy.WithdrawalReasons.Any(known => known.Code == Reason) ? Reason : null,
            Words.Length == 0 ? null : Words);
    }
}
