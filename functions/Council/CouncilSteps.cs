using System.Diagnostics;
using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Microsoft.DurableTask;

namespace Initiatiefloket.Council;

/// <summary>The steps in which the council takes part.</summary>
public static class CouncilSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>
        /// Lets the council play the part that the band of the amount gives it: read afterwards ("vrij"), call in within the
        /// window ("gedeeld"), or decide itself ("regie").
        /// </summary>
        public async Task<CouncilOutcome> HearCouncilAsync(InitiativeCase initiative, Waits waits, Euro amount)
        {
            var decidedBy = initiative.Rules.DecidedByFor(amount);
            if (decidedBy == DecidedBy.Professional)
            {
                return CouncilOutcome.Agrees;
            }

            // A case that was left to the desk at the council had its window.
            if (decidedBy == DecidedBy.CouncilWindow && initiative.Resumed?.Approved is null)
            {
                var seen = await workflow.HoldCouncilWindowAsync(initiative, waits);
                if (seen.IsWithdrawn)
                {
                    return CouncilOutcome.Withdrawn;
                }

                if (seen.State != Initiatives.InitiativeState.CouncilDecides)
                {
                    return CouncilOutcome.Agrees;
                }
            }

            return await workflow.AwaitCouncilDecisionAsync(initiative, waits);
        }

        /// <summary>Notifies the council and waits out the window; ends early once enough members called in.</summary>
        private async Task<CaseSnapshot> HoldCouncilWindowAsync(InitiativeCase initiative, Waits waits)
        {
            var window = await workflow.StepAsync<CouncilWindow>(
                nameof(CouncilWindowActivities.OpenCouncilWindow), initiative);
            foreach (var member in window.MemberIds)
            {
                await workflow.StepAsync(
                    nameof(CouncilWindowActivities.NotifyCouncilMember), new CouncilNotice(initiative.Id, member));
            }

            var seen = await waits.UntilAsync(
                WorkflowEvents.CalledIn, window.EndsAt, seen => seen.CallIns >= initiative.Rules.CallInsNeeded);
            if (seen.IsWithdrawn)
            {
                return seen;
            }

            await workflow.StepAsync(nameof(CouncilWindowActivities.CloseCouncilWindow), initiative);
            return await waits.LookAsync();
        }

        private async Task<CouncilOutcome> AwaitCouncilDecisionAsync(InitiativeCase initiative, Waits waits)
        {
            var asked = await workflow.StepAsync<CouncilAsked>(
                nameof(CouncilDecisionActivities.AskCouncil), initiative);
            for (var number = 1; number <= asked.RemindAt.Count; number++)
            {
                var seen = await waits.UntilAsync(
                    WorkflowEvents.CouncilDecided, asked.RemindAt[number - 1], seen => seen.CouncilChoice is not null);
                if (OutcomeOf(seen) is { } outcome)
                {
                    return outcome;
                }

                // At the last moment the case ends; a reminder would come in the same mail round.
                if (asked.ReminderAt(initiative.Id, number) is { } reminder)
                {
                    await workflow.StepAsync(nameof(CouncilDecisionActivities.RemindCouncil), reminder);
                }
            }

            // Settles what came first, the end of all reminders or the decision; then looks which.
            await workflow.LeaveToDeskAsync(initiative.Id);
            return OutcomeOf(await waits.LookAsync()) ?? CouncilOutcome.NobodyDecided;
        }
    }

    private static CouncilOutcome? OutcomeOf(CaseSnapshot seen) => seen switch
    {
        { IsWithdrawn: true } => CouncilOutcome.Withdrawn,
        { CouncilChoice: CouncilChoice.Grant } => CouncilOutcome.Agrees,
        { CouncilChoice: CouncilChoice.Decline } => CouncilOutcome.Declines,
        { CouncilChoice: null } => null,
        _ => throw new UnreachableException(),
    };
}

/// <summary>The council window is open.</summary>
/// <param name="EndsAt">When it closes.</param>
/// <param name="MemberIds">Whom to notify.</param>
public sealed record CouncilWindow(DateTimeOffset EndsAt, IReadOnlyList<string> MemberIds);

/// <summary>Input of the step that notifies one member.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="MemberId">The council member.</param>
public sealed record CouncilNotice(string InitiativeId, string MemberId);

/// <summary>The case is on the council's agenda.</summary>
/// <param name="RemindAt">When to remind the coordinator to record the decision; at the last moment the wait is over instead.</param>
public sealed record CouncilAsked(IReadOnlyList<DateTimeOffset> RemindAt)
{
    /// <summary>The reminder of a moment, counted from 1; null for the last moment.</summary>
    public CouncilReminder? ReminderAt(string initiativeId, int number) =>
        number < RemindAt.Count ? new CouncilReminder(initiativeId, number, IsLast: number == RemindAt.Count - 1) : null;
}

/// <summary>Input of the step that reminds the coordinator.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Number">Number of the reminder, counted from 1.</param>
/// <param name="IsLast">True when no other follows.</param>
public sealed record CouncilReminder(string InitiativeId, int Number, bool IsLast);

/// <summary>What the council's role in a case led to.</summary>
public enum CouncilOutcome
{
    /// <summary>The council let it pass, decided to grant it, or (band "vrij") only reads it in the digest.</summary>
    Agrees,

    /// <summary>The council decided not to grant it.</summary>
    Declines,

    /// <summary>The council's decision was never recorded, after all reminders.</summary>
    NobodyDecided,

    /// <summary>The applicant withdrew.</summary>
    Withdrawn,
}
