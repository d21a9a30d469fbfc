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
