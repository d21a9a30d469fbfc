using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Review;

/// <summary>What may be decided on a case today, and what a decision takes.</summary>
/// <param name="Policy">The policy: rubric, conditions, grounds to refuse.</param>
/// <param name="Asked">What the applicant asks for: the most that can be granted.</param>
/// <param name="MayAsk">False when the applicant was asked as often as the policy allows.</param>
/// <param name="MaySuspend">False when the term of law has passed: then a request to complete cannot stop the clock any more (Awb 4:15).</param>
public sealed record VerdictRules(Policy Policy, Euro Asked, bool MayAsk, bool MaySuspend)
{
    /// <summary>The rules for a case that was received.</summary>
    public static VerdictRules For(Initiative initiative, Policy policy, DateOnly today) => new(
        policy,
        initiative.Asked,
        initiative.MayBeAsked(policy.Limits),
        today <= initiative.Clock!.DecideBy(policy.WorkingDays));
}
