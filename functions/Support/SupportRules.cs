using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Support;

/// <summary>When an initiative can be supported.</summary>
public static class SupportRules
{
    private const int ShortPlan = 600;

    extension(Initiative initiative)
    {
        /// <summary>From receipt until the end.</summary>
        public bool IsOpenForSupport => initiative.State != InitiativeState.Draft && !initiative.IsClosed;
    }

    /// <summary>As much of a plan as a neighbour reads on a phone, cut between words.</summary>
    public static string InShort(string plan)
    {
        if (plan.Length <= ShortPlan)
        {
            return plan;
        }

        // In a text without spaces not in the middle of a sign of two code units.
        var space = plan.LastIndexOf(' ', ShortPlan);
        var end = space > 0 ? space : ShortPlan - (char.IsHighSurrogate(plan[ShortPlan - 1]) ? 1 : 0);
        return plan[..end] + " …";
    }
}
