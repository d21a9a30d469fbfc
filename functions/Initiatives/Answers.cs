using System.Text.Json;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>What was filled in at plain questions. In JSON each answer is a property beside the others, under the id of its question.</summary>
public sealed class Answers : SortedDictionary<string, JsonElement>
{
    public Answers()
        : base(StringComparer.Ordinal)
    {
    }

    private Answers(IDictionary<string, JsonElement> others)
        : base(others, StringComparer.Ordinal)
    {
    }

    /// <summary>The answer as it was typed; empty when there is none.</summary>
    public string To(PlainQuestion question) => TryGetValue(question.Id, out var answer) ? answer.ToString() : "";

    /// <summary>The same answers with another one; none when it is empty.</summary>
    public Answers With(PlainQuestion question, string typed) => With(question, typed.Length == 0 ? null : JsonSerializer.SerializeToElement(typed));

    /// <summary>The same answers with one that was checked: a number becomes one. About how many stays as it was typed, in which <see cref="PlainQuestion.NumberIn"/> finds the number.</summary>
    public Answers WithChecked(PlainQuestion question, string typed) =>
        question.Kind == AnswerKind.Number && question.NumberIn(typed) is { IsExact: true } number ? With(question, JsonSerializer.SerializeToElement(number.Lowest)) : With(question, typed);

    private Answers With(PlainQuestion question, JsonElement? answer)
    {
        var changed = new Answers(this);
        if (answer is { } given)
        {
            changed[question.Id] = given;
        }
        else
        {
            changed.Remove(question.Id);
        }

        return changed;
    }
}

/// <summary>What a municipality's own question was answered with, and how it was asked: the policy may change while a case runs.</summary>
/// <param name="Id">Id of the question in the policy.</param>
/// <param name="In">Where it stood in the form.</param>
/// <param name="Kind">What could be filled in.</param>
/// <param name="Label">The question.</param>
/// <param name="IsNeeded">Whether the reviewer needs the answer.</param>
/// <param name="Answer">The answer as people read it; null when it was left open.</param>
public sealed record OwnAnswer(string Id, FormPart In, AnswerKind Kind, LocalText Label, bool IsNeeded, LocalText? Answer)
{
    /// <summary>A question with what was typed.</summary>
    public static OwnAnswer Of(PlainQuestion question, string typed) =>
        new(question.OwnId, question.In, question.Kind, question.Label, question.Open is not null, question.Read(typed));

    public PlainAnswer ToPlain() => new(PlainQuestion.Own(Id, In, Kind, Label, IsNeeded), Answer);
}

/// <summary>What an application says at a plain question.</summary>
/// <param name="Question">The question as it was asked.</param>
/// <param name="Text">The answer; null when it was left open.</param>
public sealed record PlainAnswer(PlainQuestion Question, LocalText? Text)
{
    public ApplicationPart Part => new(Question.Part);

    /// <summary>What is missing; null when it was answered, or when the reviewer can do without.</summary>
    public Gap? Gap => Text is null ? Gap.Of(Question) : null;

    /// <summary>Whether a summary names it: what nobody needs is left out when it is open.</summary>
    public bool IsShown => Text is not null || Question.Open is not null;
}
