using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Assignment;

/// <summary>Each night notes on all lists what is over, so that opening a list stays quick over the years.</summary>
public sealed class CaseListSweep(CaseLists lists, Policy policy)
{
    [Function(nameof(CaseListSweep))]
    public async Task Run([TimerTrigger("0 45 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var person in policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)).Append(Actor.Coordinator))
        {
            await lists.TidyAsync(person, cancellation);
        }
    }
}
