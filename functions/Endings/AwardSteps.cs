using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Terms;
using Microsoft.DurableTask;

namespace Initiatiefloket.Endings;

/// <summary>The steps that end a case with a letter.</summary>
public static class AwardSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        public Task<Ending> GrantAsync(InitiativeCase initiative) =>
            workflow.DecideAsync(initiative, new DecisionCase(initiative.Id, LetterKind.Award), Ending.Granted);

        public Task<Ending> RejectAsync(InitiativeCase initiative, RefusalGround ground) =>
            workflow.DecideAsync(initiative, new DecisionCase(initiative.Id, LetterKind.Refusal, ground), Ending.Rejected);

        public Task<Ending> SetAsideAsync(InitiativeCase initiative) =>
            workflow.DecideAsync(initiative, new DecisionCase(initiative.Id, LetterKind.SetAside), Ending.SetAside);

        /// <summary>Has the coordinator asked to pay, some days after the applicant's data changed last.</summary>
        public async Task AskPaymentAsync(InitiativeCase initiative)
        {
            var payment = new PaymentCase(initiative.Id, initiative.Rules.Terms.PaymentAfterChange);
            while (await workflow.StepAsync<DateTimeOffset?>(nameof(AwardActivities.AskPayment), payment) is { } next)
            {
                await workflow.CreateTimer(next.UtcDateTime, CancellationToken.None);
            }
        }

        /// <summary>Decides unless the applicant withdrew first.</summary>
        private async Task<Ending> DecideAsync(InitiativeCase initiative, DecisionCase decision, Ending ending) =>
            await workflow.StepAsync<bool>(nameof(AwardActivities.Decide), decision)
                ? ending
                : Ending.Withdrawn;
    }
}

/// <summary>Input of the step that asks for payment.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="AfterChange">How long payment waits after a change of the applicant's data.</param>
public sealed record PaymentCase(string InitiativeId, Term AfterChange);

/// <summary>Input of the steps that take, write down and announce a decision.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Ground">Why it is refused; only for a refusal.</param>
public sealed record DecisionCase(string InitiativeId, LetterKind Kind, RefusalGround? Ground = null);

/// <summary>Why an application is refused.</summary>
public enum RefusalGround
{
    /// <summary>The professional declined, with reasons.</summary>
    Professional,

    /// <summary>The ceiling is reached (Awb 4:25).</summary>
    PotIsEmpty,

    /// <summary>The council declined, with reasons.</summary>
    Council,
}
