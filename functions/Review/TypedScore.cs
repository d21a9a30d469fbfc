using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Review;

/// <summary>What a professional filled in for one line of the rubric.</summary>
/// <param name="CriterionId">Id of the line in the policy.</param>
/// <param name="Score">The chosen score.</param>
/// <param name="Justification">Why.</param>
public sealed record TypedScore(string CriterionId, string Score, string Justification)
{
    /// <summary>Longest justification: all lines of all reviewers must fit a table row.</summary>
    public const int LongestJustification = 500;

    private static readonly string[] Words = ["slecht", "matig", "voldoende", "goed", "heel goed"];

    /// <summary>The scores to choose from, in words.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
        [.. Enumerable.Range(1, RubricScore.Highest).Select(score => new Choice(score.ToString(CultureInfo.InvariantCulture), InWords(score)))];

    public bool IsEmpty => Score.Length + Justification.Length == 0;

    /// <summary>The score as a number, or null when none was chosen.</summary>
    public int? Number =>
        int.TryParse(Score, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= RubricScore.Highest
            ? number
            : null;

    public static string ScoreField(string criterionId) => $"score[{criterionId}]";

    public static string JustificationField(string criterionId) => $"uitleg[{criterionId}]";

    /// <summary>A score in words, such as "4: goed".</summary>
    public static string InWords(int score) => $"{score}: {WordOf(score)}";

    /// <summary>The word of a score, such as "goed".</summary>
    public static string WordOf(int score) => Words[score - 1];

    /// <summary>What a form says about each line of the rubric, without lines that were left empty.</summary>
    public static IReadOnlyList<TypedScore> From(IFormCollection form, IEnumerable<Criterion> rubric) =>
    [
        .. rubric
            .Select(line => new TypedScore(line.Id, form.Text(ScoreField(line.Id)), form.Text(JustificationField(line.Id))))
            .Select(typed => typed.Number is null ? typed with { Score = "" } : typed)
            .Where(typed => !typed.IsEmpty),
    ];

    /// <summary>
    /// The scores on the lines of the rubric, with the errors added. A line of which nothing was filled in is right when the decision does without.
    /// </summary>
    /// <param name="scores">What was filled in.</param>
    /// <param name="rubric">The lines of the policy.</param>
    /// <param name="isRequired">Whether the decision needs each line.</param>
    /// <param name="use">Which scores need a reason.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public static IReadOnlyList<RubricScore> ReadAll(
        IReadOnlyList<TypedScore> scores, IEnumerable<Criterion> rubric, bool isRequired, RubricUse use, FormErrors errors) =>
    [
        .. rubric
            .Select(line => (scores.FirstOrDefault(typed => typed.CriterionId == line.Id) ?? new TypedScore(line.Id, "", "")).Read(line, isRequired, use, errors))
            .OfType<RubricScore>(),
    ];

    private RubricScore? Read(Criterion line, bool isRequired, RubricUse use, FormErrors errors)
    {
        if (IsEmpty && !isRequired)
        {
            return null;
        }

        if (Number is null)
        {
            errors.Add(ScoreField(line.Id), $"Kies een score voor \"{line.Name}\".");
        }

        if (NeedsWords(use))
        {
            errors.Require(
                JustificationField(line.Id), Justification, $"Schrijf op waarom u deze score geeft voor \"{line.Name}\".", LongestJustification);
        }
        else
        {
            errors.AtMost(JustificationField(line.Id), Justification, LongestJustification);
        }

        return Number is { } number ? new RubricScore(line.Id, number, Justification) : null;
    }

    private bool NeedsWords(RubricUse use) => use switch
    {
        RubricUse.Justified => true,
        RubricUse.Scores => Number is { } number && StandsOut(number),
        RubricUse.None => false,
        _ => throw new UnreachableException(),
    };

    // Low, or as high as can be: what others will want to know more of.
    private static bool StandsOut(int score) => score is <= 2 or RubricScore.Highest;
}

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
