using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Desk;

/// <summary>Gathers what the coordinator's page of one case shows.</summary>
public sealed class DeskViews(InitiativeTable initiatives, Policy policy, TimeProvider clock)
{
    public async Task<DeskView> BuildAsync(Initiative initiative, CancellationToken cancellation) => new()
    {
        Initiative = initiative,
        Applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation),
        Events = await initiatives.GetEventsAsync(initiative.Id, cancellation),
        Policy = policy,
        Today = TownTime.DayOf(clock.GetUtcNow()),
    };
}
