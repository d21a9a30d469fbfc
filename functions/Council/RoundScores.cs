using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Council;

/// <summary>How well professionals think that an initiative does.</summary>
public static class RoundScores
{
    extension(Initiative initiative)
    {
        /// <summary>The scores that professionals gave in the round of the verdict, a list for each of them; none as long as their votes are sealed.</summary>
        public IEnumerable<IReadOnlyList<RubricScore>> ScoresOfVerdict => initiative.IsSealed
            ? []
            : initiative.Panel.Votes
                .Where(vote => vote.Round == initiative.Round && vote.Kind == initiative.VerdictOf(initiative.Round)?.Kind && vote.Scores.Count > 0)
                .Select(vote => vote.Scores);
    }
}
