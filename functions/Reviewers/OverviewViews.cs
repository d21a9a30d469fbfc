using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Reviewers;

/// <summary>Gathers what an overview shows.</summary>
public sealed class OverviewViews(CaseLists lists, AbsenceTable absences, AddressBook addresses, Policy policy, TimeProvider clock)
{
    public async Task<OverviewView> BuildAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var today = TownTime.DayOf(clock.GetUtcNow());
        var list = await lists.ReadAsync(visit.Person, cancellation);
        return new OverviewView
        {
            Person = visit.Person,
            PersonName = addresses.Find(visit.Person).Name,
            Token = visit.Token,
            Open =
            [
                .. list.Open.Select(initiative => OverviewItem.Of(initiative, visit.Person, policy, today))
                    .OrderBy(item => item.Deadline.DaysLeft)
                    .ThenBy(item => item.Initiative.ReceivedAt),
            ],
            Ended = await lists.ReadNewestEndedAsync(visit.Person, list, OverviewView.EndedAtOnce, cancellation),
            Absences =
            [
                .. (await absences.ListFromAsync(today, cancellation))
                    .Where(absence => visit.Person == Actor.Coordinator || visit.Person == absence.Person),
            ],
            Reviewers = policy.Reviewers,
            Today = today,
        };
    }
}
