using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Review;

/// <summary>A question as the professional typed it.</summary>
/// <param name="About">The chosen part of the application.</param>
/// <param name="Text">The question.</param>
public sealed record TypedQuestion(string About, string Text)
{
    /// <summary>Why it is asked, on a form from before one reason counted for all questions (<see cref="VerdictForm.AskWhy"/>).</summary>
    public string Why { get; init; } = "";

    private const string Field = "vraag";
    private const int LongestAbout = 100;

    /// <summary>A question of which nothing was typed.</summary>
    public static TypedQuestion Empty { get; } = new("", "");

    public bool IsEmpty => Text.Length + Why.Length == 0;

    public static string AboutField(int index) => NameOf(index, "onderdeel");

    public static string TextField(int index) => NameOf(index, "tekst");

    private static string WhyField(int index) => NameOf(index, "waarom");

    /// <summary>The questions of a form, without those that were left empty; at least one.</summary>
    public static IReadOnlyList<TypedQuestion> From(IFormCollection form)
    {
        var typed = Enumerable.Range(0, Question.Most)
            .Select(index => new TypedQuestion(form.Text(AboutField(index)), form.Text(TextField(index))) { Why = form.Line(WhyField(index)) })
            .Where(question => !question.IsEmpty)
            .ToList();
        return typed.Count == 0 ? [Empty] : typed;
    }

    /// <summary>The question as it is put in a round, with the errors added.</summary>
    /// <param name="round">Number of the round.</param>
    /// <param name="index">Its place in the form.</param>
    /// <param name="why">Why it is asked.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public Question Read(int round, int index, string why, FormErrors errors)
    {
        errors.Require(TextField(index), Text, "Vul in wat u van de aanvrager nodig heeft.", Question.LongestText);
        return new Question { Id = $"{round}-{index + 1}", About = ApplicationParts.Read(About), Text = Text, Why = why };
    }

    /// <summary>Adds messages about texts that are too long to be kept.</summary>
    public void CheckLengths(int index, FormErrors errors)
    {
        errors.AtMost(AboutField(index), About, LongestAbout);
        errors.AtMost(TextField(index), Text, Question.LongestText);
    }

    private static string NameOf(int index, string part) => string.Create(CultureInfo.InvariantCulture, $"{Field}[{index}].{part}");
}
