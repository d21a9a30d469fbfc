namespace Initiatiefloket.Policies;

/// <summary>A policy file that cannot be used, with everything that is wrong with it.</summary>
public sealed class PolicyException(string file, IReadOnlyList<PolicyProblem> problems)
    : Exception($"De policy in {file} klopt niet:{string.Concat(problems.Select(problem => $"{Environment.NewLine}- {problem}"))}")
{
    /// <summary>All that is wrong, in the order of the file.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; } = problems;

    /// <summary>The message alone: whoever edits the policy has no use for a stack trace.</summary>
    public override string ToString() => Message;
}
