using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review.Advising;

/// <summary>Who may look at a case to give advice on it.</summary>
public static class AdviceAccess
{
    extension(Initiative initiative)
    {
        /// <summary>False for who is involved in the initiative (Awb 2:4): they said so as a member of the panel, or when they were asked for advice.</summary>
        /// <param name="person">Who is asked (<see cref="Actor"/>).</param>
        /// <param name="advices">All that was asked about the case.</param>
        public bool MayAdvise(string person, IReadOnlyList<Advice> advices) =>
            initiative.MaySeeCase(person) && !advices.Any(advice => advice.Of == person && advice.IsInvolved);
    }
}
