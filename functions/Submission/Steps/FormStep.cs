using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Submission.Steps;

/// <summary>One page of the form: one subject, with an address of its own.</summary>
/// <param name="Path">Last part of its address; also names it in the draft.</param>
/// <param name="Title">Its heading, in Dutch.</param>
/// <param name="Page">The component with its fields.</param>
/// <param name="Fields">Names of its fields beside those of plain questions; a name stands for all that begin with it and a bracket.</param>
public sealed record FormStep(string Path, string Title, Type Page, params IReadOnlyList<string> Fields)
{
    /// <summary>Which plain questions it has; null for none.</summary>
    public FormPart? Part { get; init; }

    /// <summary>The plain questions on this page.</summary>
    public IEnumerable<PlainQuestion> QuestionsIn(Policy policy) => policy.AllPlainQuestions.Where(question => question.In == Part);

    /// <summary>Whether a message about this field belongs on this page.</summary>
    public bool Has(string field, Policy policy) => Has(field) || QuestionsIn(policy).Any(question => question.Field == field);

    /// <summary>Whether it is one of the fields that the page itself names.</summary>
    public bool Has(string field) => Fields.Any(own => field == own || field.StartsWith(own + "[", StringComparison.Ordinal));
}
