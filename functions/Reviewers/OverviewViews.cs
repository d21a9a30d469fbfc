using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Reviewers;

/// <summary>Gathers what an overview shows.</summary>
public sealed class OverviewViews(CaseLists lists, AbsenceTable absences, People people, Policy policy, TimeProvider clock)
{
    public async Task<OverviewView> BuildAsync(string token, Link link, CancellationToken cancellation)
    {
        var today = TownTime.DayOf(clock.GetUtcNow());
        var list = await lists.ReadAsync(link.Person, cancellation);
        return new OverviewView
        {
            Person = link.Person,
            PersonName = people.Find(link.Person).Name,
            Token = token,
            Open =
            [
                .. list.Open.Select(initiative => OverviewItem.Of(initiative, link.Person, policy, today))
                    .OrderBy(item => item.Deadline.DaysLeft)
                    .ThenBy(item => item.Initiative.ReceivedAt),
            ],
            Ended = await lists.ReadNewestEndedAsync(link.Person, list, OverviewView.EndedAtOnce, cancellation),
            Absences =
            [
                .. (await absences.ListFromAsync(today, cancellation))
                    .Where(absence => link.Person == Actor.Coordinator || link.Person == absence.Person),
            ],
            Reviewers = policy.Reviewers,
            Today = today,
        };
    }
}
