namespace Initiatiefloket.Initiatives;

/// <summary>How well an initiative does on a line of the rubric.</summary>
/// <param name="CriterionId">Id of the line in the policy.</param>
/// <param name="Score">1 (not at all) to 5 (very well).</param>
/// <param name="Justification">Why.</param>
public sealed record RubricScore(string CriterionId, int Score, string Justification)
{
    /// <summary>Highest score.</summary>
    public const int Highest = 5;
}
