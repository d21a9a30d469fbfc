using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Assignment;

/// <summary>A time in which a reviewer is away.</summary>
/// <param name="ReviewerId">Who (<see cref="Policies.Reviewer"/>).</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="DeputyId">The colleague who takes over; null for the one whom the policy names.</param>
/// <param name="KeepsCases">True when cases that wait for this reviewer stay with them; new ones go to others all the same.</param>
public sealed record Absence(string ReviewerId, DateOnly From, DateOnly Until, string? DeputyId, bool KeepsCases)
{
    /// <summary>Who is away (<see cref="Actor"/>).</summary>
    public Actor Person => Actor.Reviewer(ReviewerId);

    /// <summary>Whether the reviewer is away on this day.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;

    /// <summary>Whether both are about the same reviewer and have a day in common.</summary>
    public bool Overlaps(Absence other) => ReviewerId == other.ReviewerId && From <= other.Until && other.From <= Until;
}
