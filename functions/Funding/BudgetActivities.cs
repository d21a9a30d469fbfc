using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Funding;

/// <summary>The steps that move money. The ledger's key is the initiative, so a step that runs twice moves it once.</summary>
public sealed class BudgetActivities(InitiativeTable initiatives, PotLedger pot, Policy policy, TimeProvider clock)
{
    [Function(nameof(ReserveBudget))]
    public async Task<BudgetAnswer> ReserveBudget([ActivityTrigger] BudgetRequest request, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(request.InitiativeId, cancellation);
        var asked = new MoneyAsked(
            request.InitiativeId, $"{request.InitiativeId}:reserve", request.Amount, initiative.ReceivedAt!.Value);
        var now = clock.GetUtcNow();
        if (await pot.ReserveAsync(initiative.PotYear, asked, cancellation) is ReserveOutcome.Reserved)
        {
            var reserved = new InitiativeEvent("reserved", InitiativeEventKind.Reserved, now, Actor.Workflow, request.Amount.ToString());
            await initiatives.ChangeAsync(request.InitiativeId, reserved, current => current, cancellation);
            return new BudgetAnswer(WaitsUntil: null);
        }

        var waiting = new InitiativeEvent("waiting-list", InitiativeEventKind.PutOnWaitingList, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            request.InitiativeId, waiting, current => PutOnWaitingList(current, request.Terms, now), cancellation);
        return new BudgetAnswer(saved is Saved.TooLate ? now : saved.Initiative.WaitsUntil ?? now);
    }

    /// <summary>
    /// Extends the decision term once, which the applicant is told (Awb 4:14), and waits until that term or the pot ends, so
    /// that the refusal for lack of money (4:25) is still in time. Null when no time is left to wait: then nothing is extended or promised.
    /// </summary>
    private Initiative? PutOnWaitingList(Initiative current, PolicyTerms terms, DateTimeOffset now)
    {
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
