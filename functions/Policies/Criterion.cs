namespace Initiatiefloket.Policies;

/// <summary>A line of the rubric by which professionals weigh an initiative.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="Weight">How much it counts relative to the others, from 1.</param>
/// <param name="Guidance">What to look for, in Dutch.</param>
public sealed record Criterion(string Id, string Name, int Weight, string Guidance)
{
    /// <summary>How many lines a rubric can have: the scores of all reviewers with their justifications must fit a table row of 1 MiB.</summary>
    public const int Most = 12;
}
