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

    extension(Application application)
    {
        /// <summary>As much of the plan as a neighbour reads on a phone, cut between words.</summary>
        public string PlanInShort
        {
            get
            {
                if (application.Plan.Length <= ShortPlan)
                {
                    return application.Plan;
                }

                var space = application.Plan.LastIndexOf(' ', ShortPlan);
                return application.Plan[..(space > 0 ? space : ShortPlan)] + " …";
            }
        }
    }
}
