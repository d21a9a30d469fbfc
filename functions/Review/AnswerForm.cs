using System.Globalization;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>The answers to the questions of a round as they were typed.</summary>
/// <param name="Round">The round that the page was about.</param>
/// <param name="Version">The saved version that the page was filled from.</param>
/// <param name="Answers">What was typed, by the id of the question.</param>
/// <param name="IsSending">Whether the button was pressed that sends them, not the one that keeps them.</param>
public sealed record AnswerForm(int Round, string Version, IReadOnlyDictionary<string, string> Answers, bool IsSending = false)
{
    public const string RoundField = "ronde";
    public const string VersionField = "versie";
    public const string ActionField = "doe";
    public const string Keep = "bewaar";
    public const string Send = "verstuur";

    /// <summary>The form as it is shown first: with what was saved before.</summary>
    public static AnswerForm Of(Verdict asked, Kept<IReadOnlyDictionary<string, string>> kept) =>
        new(asked.Round, kept.Version, kept.Form ?? new Dictionary<string, string>());

    public static AnswerForm From(IFormCollection form, Verdict asked) => new(
        int.TryParse(form.Text(RoundField), NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : 0,
        form.Text(VersionField),
        asked.Questions.ToDictionary(question => question.Id, question => form.Text(FieldOf(question))),
        form.Text(ActionField) == Send);

    /// <summary>Name of the field for the documents that come with an answer.</summary>
    public static string FilesOf(Question question) => $"bestand[{question.Id}]";

    /// <summary>Name of the field for an answer.</summary>
    public static string FieldOf(Question question) => $"antwoord[{question.Id}]";

    /// <summary>What was typed as answer to a question.</summary>
    public string AnswerTo(Question question) => Answers.GetValueOrDefault(question.Id, "");

    /// <summary>Whether the texts can be kept.</summary>
    public FormErrors CheckLengths(Verdict asked)
    {
        var errors = new FormErrors();
        foreach (var question in asked.Questions)
        {
            errors.AtMost(FieldOf(question), AnswerTo(question), Question.LongestAnswer);
        }

        return errors;
    }

    /// <summary>Whether they can be sent: each question has an answer, in words or as a document.</summary>
    public FormErrors CheckComplete(Verdict asked, IReadOnlyList<Document> documents, IStringLocalizer<Texts> texts)
    {
        var errors = new FormErrors();
        foreach (var (index, question) in asked.Questions.Index().Where(asked => IsOpen(asked.Item)))
        {
            errors.Add(
                FieldOf(question),
                asked.Questions.Count == 1 ? texts["Vul uw antwoord in."] : texts["Vul uw antwoord op vraag {0} in.", index + 1]);
        }

        return errors;

        bool IsOpen(Question question) =>
            AnswerTo(question).Length == 0 && !question.DocumentsIn(documents).Any();
    }
}

/// <summary>What the answer page shows.</summary>
/// <param name="Initiative">An initiative whose answers are awaited.</param>
/// <param name="Application">What was filled in.</param>
public sealed record AnswerView(Initiative Initiative, Application Application)
{
    /// <summary>The questions.</summary>
    public Verdict Asked => Initiative.VerdictOf(Initiative.Round)!;

    /// <summary>What stands in the fields.</summary>
    public AnswerForm Form { get; init; } = new(0, "", new Dictionary<string, string>());

    /// <summary>When answers were kept last.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>What was kept on another device meanwhile; null when nothing was.</summary>
    public AnswerForm? Other { get; init; }

    /// <summary>What was attached to answers.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>The token in the address.</summary>
    public string Token { get; init; } = "";

    public FormErrors Errors { get; init; } = [];
}
