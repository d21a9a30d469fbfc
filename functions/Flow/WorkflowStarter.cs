using DurableTask.Core.Exceptions;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Flow;

/// <summary>Starts the workflow of an initiative once.</summary>
public sealed class WorkflowStarter(InitiativeTable initiatives, Policy policy)
{
    /// <summary>Name of the orchestration that is a case.</summary>
    public const string Workflow = "InitiativeWorkflow";

    /// <summary>Name of the orchestration that follows a letter which was made after the end of a case.</summary>
    public const string LaterLetter = "LaterLetterWorkflow";

    /// <summary>Starts it, unless it was started before or the application was never confirmed. The reference is the instance id.</summary>
    public async Task StartAsync(DurableTaskClient client, string initiativeId, CancellationToken cancellation)
    {
        if (await initiatives.FindAsync(initiativeId, cancellation) is not { ReceivedAt: not null } received)
        {
            return;
        }

        await client.StartOnceAsync(Workflow, initiativeId, new InitiativeCase(initiativeId, received.PotYear, RulesOf(policy.For(received), received.Asked)), cancellation);
    }

    /// <summary>
    /// Starts the workflow of a case that the desk took up again, under the same instance id: the run that left it is over, or nearly.
    /// </summary>
    /// <returns>False when that run is not over yet, so that this has to be tried again.</returns>
    public async Task<bool> ResumeAsync(DurableTaskClient client, string initiativeId, CancellationToken cancellation)
    {
        if (await initiatives.FindAsync(initiativeId, cancellation) is not { TakenUp: > 0, IsClosed: false } taken)
        {
            return true;
        }

        var last = await client.GetInstanceAsync(initiativeId, getInputsAndOutputs: true, cancellation);
        if (last?.ReadInputAs<InitiativeCase>()?.Resumed?.Time == taken.TakenUp)
        {
            return true;
        }

        if (last is { IsCompleted: false })
        {
            return false;
        }

        var input = new InitiativeCase(initiativeId, taken.PotYear, RulesOf(policy.For(taken), taken.Asked))
        {
            Resumed = new CaseResumed(taken.TakenUp, taken.Round, taken.IsForCouncil ? taken.AmountToGrant : null),
        };
        await client.ScheduleNewOrchestrationInstanceAsync(Workflow, input, new StartOrchestrationOptions(initiativeId), cancellation);
        return true;
    }

    /// <summary>Starts what follows a letter that was made after the end of a case, unless it was started before or the letter was never decided on.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="number">Which letter of the case it is, counted from 1.</param>
    public async Task StartLaterLetterAsync(DurableTaskClient client, string initiativeId, int number, CancellationToken cancellation)
    {
        if (await initiatives.FindAsync(initiativeId, cancellation) is { } decided && decided.Letters.Count >= number)
        {
            await client.StartOnceAsync(LaterLetter, $"{initiativeId}:later-{number}", new LaterLetterCase(initiativeId, number), cancellation);
        }
    }

    private static CaseRules RulesOf(Policy policy, Euro asked) =>
        new(policy.Version, policy.BandsFor(asked), policy.Terms, policy.Limits, policy.Council.Window, policy.Council.CallInsNeeded);
}

/// <summary>Input of what follows a letter that was made after the end of a case.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Number">Which of its letters, counted from 1.</param>
public sealed record LaterLetterCase(string InitiativeId, int Number)
{
    /// <summary>The letter.</summary>
    public Letter In(Initiative initiative) => initiative.Letters[Number - 1];
}

/// <summary>Orchestrations of which one at a time is enough.</summary>
public static class SingleRun
{
    extension(DurableTaskClient client)
    {
        /// <summary>Starts an orchestration unless there ever was one under this id.</summary>
        public async Task StartOnceAsync(TaskName orchestrator, string instanceId, object input, CancellationToken cancellation)
        {
            var once = new StartOrchestrationOptions(instanceId).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
            try
            {
                await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, once, cancellation);
            }
            catch (OrchestrationAlreadyExistsException)
            {
                // Also one that ended: it never begins anew.
            }
        }

        /// <summary>Starts an orchestration without input under a fixed id, unless its last run is still under way.</summary>
        public async Task StartUnlessRunningAsync(TaskName orchestrator, string instanceId, CancellationToken cancellation)
        {
            if (await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false })
            {
                await client.ScheduleNewOrchestrationInstanceAsync(
                    orchestrator, input: null, new StartOrchestrationOptions(instanceId), cancellation);
            }
        }
    }
}
