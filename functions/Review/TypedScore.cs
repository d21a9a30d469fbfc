using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
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
    public static string InWords(int score) => $"{score}: {Words[score - 1]}";

    /// <summary>What a form says about each line of the rubric, without lines that were left empty.</summary>
    public static IReadOnlyList<TypedScore> From(IFormCollection form, IEnumerable<Criterion> rubric) =>
    [
        .. rubric
            .Select(line => new TypedScore(line.Id, form.Text(ScoreField(line.Id)), form.Text(JustificationField(line.Id))))
            .Select(typed => typed.Number is null ? typed with { Score = "" } : typed)
            .Where(typed => !typed.IsEmpty),
    ];

    /// <summary>The score, or null with the errors added. A line of which nothing was filled in is right when the decision does without.</summary>
    /// <param name="line">The line that it is about.</param>
    /// <param name="isRequired">Whether the decision needs each line.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public RubricScore? Read(Criterion line, bool isRequired, FormErrors errors)
    {
        if (IsEmpty && !isRequired)
        {
            return null;
        }

        if (Number is null)
        {
            errors.Add(ScoreField(line.Id), $"Kies een score voor \"{line.Name}\".");
        }

        errors.Require(
            JustificationField(line.Id), Justification, $"Schrijf op waarom u deze score geeft voor \"{line.Name}\".", LongestJustification);
        return Number is { } number ? new RubricScore(line.Id, number, Justification) : null;
    }
}
