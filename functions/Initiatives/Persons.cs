using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>Names of who takes part in a case, for the coordinator.</summary>
public static class Persons
{
    /// <summary>The name that the policy has for somebody, or what they are; the applicant's name is personal data and stands elsewhere.</summary>
    /// <param name="actor">Who (<see cref="Actor"/>).</param>
    /// <param name="policy">The policy.</param>
    public static string NameOf(string actor, Policy policy) => actor switch
    {
        Actor.Coordinator => $"{policy.Municipality.Coordinator.Name} (coördinator)",
        Actor.Applicant or Actor.NewAddress => "de aanvrager",
        Actor.Workflow => "het loket",
        _ when Actor.ReviewerIdOf(actor) is { } id =>
            policy.Reviewers.FirstOrDefault(reviewer => reviewer.Id == id)?.Name ?? "een professional die weg is",
        _ when Actor.CouncilMemberIdOf(actor) is { } id =>
            policy.Council.Members.FirstOrDefault(member => member.Id == id)?.Name ?? "een raadslid dat weg is",
        _ => "iemand anders",
    };
}
