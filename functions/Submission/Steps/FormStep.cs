namespace Initiatiefloket.Submission.Steps;

/// <summary>One page of the form: one subject, with an address of its own.</summary>
/// <param name="Path">Last part of its address; also names it in the draft.</param>
/// <param name="Title">Its heading, in Dutch.</param>
/// <param name="Page">The component with its fields.</param>
/// <param name="Fields">Names of its fields; a name stands for all that begin with it and a bracket.</param>
public sealed record FormStep(string Path, string Title, Type Page, params IReadOnlyList<string> Fields)
{
    /// <summary>Whether a message about this field belongs on this page.</summary>
    public bool Has(string field) => Fields.Any(own => field == own || field.StartsWith(own + "[", StringComparison.Ordinal));
}
