namespace Initiatiefloket.Policies;

/// <summary>Collects what is wrong in a policy file; a problem at a place hides later ones there and below it, which follow from it.</summary>
internal sealed class PolicyProblems
{
    private readonly List<PolicyProblem> _problems = [];

    public IReadOnlyList<PolicyProblem> All => _problems;

    public void Add(string path, string message)
    {
        if (!HasAny(path))
        {
            _problems.Add(new PolicyProblem(path, message));
        }
    }

    public bool HasAny(string path) => _problems.Any(problem => IsAtOrBelow(path, problem.Path));

    /// <summary>Whether something is wrong at a place or below it.</summary>
    public bool HasAnyIn(string place) => _problems.Any(problem => IsAtOrBelow(problem.Path, place));

    private static bool IsAtOrBelow(string path, string place) =>
        place.Length == 0 || path == place || (path.StartsWith(place, StringComparison.Ordinal) && path[place.Length] is '.' or '[');
}

/// <summary>Something wrong in a policy file.</summary>
/// <param name="Path">Where, such as "bands[1].upTo"; empty for the file as a whole.</param>
/// <param name="Message">What is wrong and what to do, in Dutch.</param>
public sealed record PolicyProblem(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}

/// <summary>A policy file that cannot be used, with everything that is wrong with it.</summary>
public sealed class PolicyException(string file, IReadOnlyList<PolicyProblem> problems)
    : Exception($"De policy in {file} klopt niet:{string.Concat(problems.Select(problem => $"{Environment.NewLine}- {problem}"))}")
{
    /// <summary>All that is wrong, in the order of the file.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; } = problems;

    /// <summary>The message alone: whoever edits the policy has no use for a stack trace.</summary>
    public override string ToString() => Message;
}
