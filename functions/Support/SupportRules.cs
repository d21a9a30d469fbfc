using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Microsoft.Extensions.Localization;

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

    /// <summary>What an initiative is called to strangers: its title, or its reference as long as nobody of the town released it.</summary>
    public static string NameToNeighbours(Initiative initiative, IStringLocalizer<Texts> texts) =>
        initiative.IsReleased ? initiative.Title : texts["Initiatief {0}", initiative.Id];

    /// <summary>As much of a plan as a neighbour reads on a phone, cut between words.</summary>
    public static string InShort(string plan)
    {
        if (plan.Length <= ShortPlan)
        {
            return plan;
        }

        // In a text without spaces not in the middle of a character of two code units.
        var space = plan.LastIndexOf(' ', ShortPlan);
        var end = space > 0 ? space : ShortPlan - (char.IsHighSurrogate(plan[ShortPlan - 1]) ? 1 : 0);
        return plan[..end] + " …";
    }
}
