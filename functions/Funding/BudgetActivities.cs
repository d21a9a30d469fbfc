using Initiatiefloket.Budget;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Funding;

/// <summary>The steps that move money. The ledger's key is the initiative, so a step that runs twice moves it once.</summary>
public sealed class BudgetActivities(InitiativeTable initiatives, PotLedger pot, WaitingList waitingList, Policy policy, TimeProvider clock)
{
    [Function(nameof(ReserveBudget))]
    public async Task<BudgetAnswer> ReserveBudget([ActivityTrigger] BudgetRequest request, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(request.InitiativeId, cancellation);
        var now = clock.GetUtcNow();
        var claim = initiative.TakenUp == 0 ? null : await pot.FindClaimAsync(initiative.PotYear, initiative.Id, cancellation);
        if (claim is { State: ClaimState.Reserved })
        {
            // A case that nobody decided kept its money until the desk took it up.
            return new BudgetAnswer(WaitsUntil: null);
        }

        var asked = new MoneyAsked(
            request.InitiativeId, CaseKeys.Of($"{initiative.Id}:reserve", initiative.TakenUp), request.Amount, initiative.CompleteAt ?? initiative.ReceivedAt!.Value);
        if (await pot.ReserveAsync(initiative.PotYear, asked, cancellation) is ReserveOutcome.Reserved)
        {
            var reserved = new InitiativeEvent("reserved", InitiativeEventKind.Reserved, now, Actor.Workflow, request.Amount.ToString());
            await initiatives.ChangeAsync(request.InitiativeId, reserved, current => current, cancellation);

            // Who gets less than was asked leaves more to those behind.
            return new BudgetAnswer(WaitsUntil: null)
            {
                Served = request.Amount < initiative.Asked ? await waitingList.ServeAsync(initiative.PotYear, cancellation) : [],
            };
        }

        var waiting = new InitiativeEvent("waiting-list", InitiativeEventKind.PutOnWaitingList, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            request.InitiativeId, waiting, current => PutOnWaitingList(current, request.Terms, now), cancellation);
        return new BudgetAnswer(saved is Saved.TooLate ? now : saved.Initiative.WaitsUntil ?? now);
    }

    /// <summary>
    /// Extends the decision term once, which the applicant is told (Awb 4:14), and waits until that term or the pot ends, so
    /// that the refusal for lack of money (4:25) is still in time. Null when no time is left to wait, or there is no pot: then nothing is extended or promised.
    /// </summary>
    private Initiative? PutOnWaitingList(Initiative current, PolicyTerms terms, DateTimeOffset now)
    {
        if (policy.PotFor(current.PotYear) is null)
        {
            return null;
        }

        var calendar = policy.WorkingDays;

        // A later date that is only told wins no time to wait in; the coordinator may still tell one.
        var legal = current.Clock!.Source.ExtensionMovesTheEnd && current.Clock.Extend(LocalTime.DayOf(now), terms.Extension, calendar) is ClockChange.Changed changed
            ? changed.Clock
            : current.Clock;
        var waiting = current with { Clock = legal };
        var until = waiting.ListEndsAt(policy);
        return until > now ? waiting.MoveTo(InitiativeState.WaitingList, until) : null;
    }
}
