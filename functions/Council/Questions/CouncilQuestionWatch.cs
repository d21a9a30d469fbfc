using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council.Questions;

/// <summary>At seven in the morning of each working day looks at the questions that nobody answered. A run that fails half way is made good by the next one.</summary>
public sealed class CouncilQuestionWatch(CouncilQuestionTable table, CouncilQuestions questions, InitiativeTable initiatives, Policy policy, TimeProvider clock)
{
    [Function(nameof(CouncilQuestionWatch))]
    public async Task Run([TimerTrigger("0 15 5,6 * * MON-FRI")] TimerInfo timer, CancellationToken cancellation)
    {
        if (LocalTime.MorningOf(clock.GetUtcNow()) is not { } today || !policy.WorkingDays.IsWorkingDay(today))
        {
            return;
        }

        foreach (var open in await table.ListOpenAsync(cancellation))
        {
            // One of the two may be missing: the app stopped while it was asked, or the case is being erased.
            if (await table.FindAsync(open.InitiativeId, open.Number, cancellation) is { } question
                && await initiatives.FindAsync(open.InitiativeId, cancellation) is { } initiative)
            {
                await questions.WatchAsync(initiative, question, today, cancellation);
            }
        }
    }
}
