namespace Initiatiefloket.Policies;

/// <summary>Something wrong in a policy file.</summary>
/// <param name="Path">Where, such as "bands[1].upTo"; empty for the file as a whole.</param>
/// <param name="Message">What is wrong and what to do, in Dutch.</param>
public sealed record PolicyProblem(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
