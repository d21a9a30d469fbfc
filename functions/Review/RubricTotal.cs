using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>What the scores on the lines of the rubric come to, by their weights. Pure.</summary>
/// <param name="Points">All scores times the weight of their line.</param>
/// <param name="Weight">The weights of the lines that have a score.</param>
/// <param name="Missing">How many lines have no score yet.</param>
public sealed record RubricTotal(int Points, int Weight, int Missing)
{
    /// <summary>The total of some scores; null when no line of the rubric has one. Lines that left the policy do not count.</summary>
    /// <param name="rubric">The lines of the policy.</param>
    /// <param name="scores">A score, from 1, for lines by their id.</param>
    public static RubricTotal? Of(IReadOnlyList<Criterion> rubric, IReadOnlyDictionary<string, int> scores)
    {
        var scored = rubric.Where(line => scores.ContainsKey(line.Id)).ToList();
        return scored.Count == 0
            ? null
            : new RubricTotal(
                scored.Sum(line => line.Weight * scores[line.Id]), scored.Sum(line => line.Weight), rubric.Count - scored.Count);
    }

    /// <summary>The total of a vote.</summary>
    public static RubricTotal? Of(IReadOnlyList<Criterion> rubric, IEnumerable<RubricScore> scores) =>
        Of(rubric, scores.ToDictionary(score => score.CriterionId, score => score.Score));

    /// <summary>The total of what was filled in so far.</summary>
    public static RubricTotal? Of(IReadOnlyList<Criterion> rubric, IEnumerable<TypedScore> typed) =>
        Of(rubric, typed.Where(line => line.Number is not null).ToDictionary(line => line.CriterionId, line => line.Number!.Value));

    /// <summary>The weighted average, from 1 to <see cref="RubricScore.Highest"/>, rounded to a tenth.</summary>
    public decimal Average => Math.Round((decimal)Points / Weight, 1, MidpointRounding.AwayFromZero);

    /// <summary>"3,8 van 5".</summary>
    public string InDutch => string.Create(TimeInWords.Culture, $"{Average:0.0} van {RubricScore.Highest}");
}
