using System.Globalization;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>The answers to the questions of a round as they were typed.</summary>
/// <param name="Round">The round that the page was about.</param>
/// <param name="Version">The kept version that the page was filled from.</param>
/// <param name="Answers">What was typed, by the id of the question.</param>
public sealed record AnswerForm(int Round, string Version, IReadOnlyDictionary<string, string> Answers)
{
    public const string RoundField = "ronde";
    public const string VersionField = PostedText.VersionField;
    public const string ActionField = "doe";
    public const string Keep = "bewaar";
    public const string Send = "verstuur";

    /// <summary>Whether the button was pressed that sends them, not the one that keeps them.</summary>
    public bool IsSending { get; init; }

    /// <summary>When answers were kept last; null when they were not, and in a form that was posted.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The questions that an applicant can answer now.</summary>
    public static Verdict AskedIn(Initiative initiative) => initiative.VerdictOf(initiative.Round)!;

    public static AnswerForm From(IFormCollection form, Initiative initiative) => new(
        int.TryParse(form.Text(RoundField), NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : 0,
        form.Text(VersionField),
        AskedIn(initiative).Questions.ToDictionary(question => question.Id, question => form.Text(FieldOf(question))))
    {
        IsSending = form.Text(ActionField) == Send,
    };

    /// <summary>Name of the field for the documents that come with an answer.</summary>
    public static string FilesOf(Question question) => $"bestand[{question.Id}]";

    /// <summary>Name of the field for an answer.</summary>
    public static string FieldOf(Question question) => $"antwoord[{question.Id}]";

    /// <summary>What was typed as answer to a question.</summary>
    public string AnswerTo(Question question) => Answers.GetValueOrDefault(question.Id, "");

    /// <summary>Adds what cannot be kept: texts that are too long.</summary>
    public void CheckLengths(Verdict asked, FormErrors errors)
    {
        foreach (var question in asked.Questions)
        {
            errors.AtMost(FieldOf(question), AnswerTo(question), Question.LongestAnswer);
        }
    }

    /// <summary>Adds what keeps them from being sent: questions without an answer, in words or as a document.</summary>
    public void CheckComplete(Verdict asked, IReadOnlyList<Document> documents, IStringLocalizer<Texts> texts, FormErrors errors)
    {
        foreach (var (index, question) in asked.Questions.Index().Where(asked => IsOpen(asked.Item)))
        {
            errors.Add(
                FieldOf(question),
                asked.Questions.Count == 1 ? texts["Vul uw antwoord in."] : texts["Vul uw antwoord op vraag {0} in.", index + 1]);
        }

        bool IsOpen(Question question) =>
            AnswerTo(question).Length == 0 && !question.DocumentsIn(documents).Any();
    }
}

/// <summary>The time in which the applicant can answer what was asked in a round. Pure.</summary>
/// <param name="AskedAt">When the question went out.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Calendar">Which days are working days.</param>
public sealed record AnswerTerm(DateTimeOffset AskedAt, DateTimeOffset Until, WorkingDays Calendar)
{
    /// <summary>The time that begins at a moment: for a request to complete the recovery term (Awb 4:5), for an intention to refuse that of a view (4:7), otherwise that of a simple question.</summary>
    /// <param name="askedAt">The moment.</param>
    /// <param name="initiative">The initiative, with the question as its last verdict.</param>
    /// <param name="review">The round, for how long the terms are.</param>
    /// <param name="calendar">Which days are working days.</param>
    public static AnswerTerm From(DateTimeOffset askedAt, Initiative initiative, ReviewRoundCase review, WorkingDays calendar) => new(
        askedAt,
        initiative.IsRequestToComplete
            ? review.Terms.Recovery.EndsAt(askedAt, calendar, TermOrigin.Law)
            : initiative.IsIntention ? review.Terms.View.EndsAt(askedAt, calendar)
            : review.Terms.Answer.EndsAt(askedAt, calendar),
        calendar);

    /// <summary>The initiative from then on; a request to complete suspends its clock (Awb 4:15).</summary>
    public Initiative Begin(Initiative initiative) => initiative with
    {
        WaitsUntil = Until,
        Clock = initiative.IsRequestToComplete && initiative.Clock!.Suspend(Request.AskedOn, Request.RecoverBy, Calendar) is ClockChange.Changed changed
            ? changed.Clock
            : initiative.Clock,
    };

    /// <summary>What the workflow waits for: nothing when the applicant answered or withdrew in the meantime.</summary>
    public AnswerExpected ExpectedOf(Initiative initiative) => initiative.WaitsUntil is null
        ? new AnswerExpected(AskedAt, AskedAt)
        : new AnswerExpected(AskedAt + ((Until - AskedAt) / 2), Until);

    private Suspension Request => new(LocalTime.DayOf(AskedAt), LocalTime.DayOf(Until.AddTicks(-1)));
}

/// <summary>The applicant was asked something.</summary>
/// <param name="RemindAt">When to remind, half-way.</param>
/// <param name="Until">When the time to answer ends; for a request to complete that is the recovery term (Awb 4:5).</param>
/// <param name="SetAsideBefore">Null; in histories of earlier builds the moment before which the workflow set the application aside by itself (decision 17).</param>
public sealed record AnswerExpected(DateTimeOffset RemindAt, DateTimeOffset Until, DateTimeOffset? SetAsideBefore = null);
