using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
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

        /// <summary>Decides unless the applicant withdrew first.</summary>
        private async Task<Ending> DecideAsync(InitiativeCase initiative, DecisionCase decision, Ending ending) =>
            await workflow.StepAsync<bool>(nameof(AwardActivities.Decide), decision)
                ? ending
                : Ending.Withdrawn;
    }
}

/// <summary>Input of the steps that take, write down and announce a decision.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Ground">Why it is refused; only for a refusal.</param>
public sealed record DecisionCase(string InitiativeId, LetterKind Kind, RefusalGround? Ground = null);
