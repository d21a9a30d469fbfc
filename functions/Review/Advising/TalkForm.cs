using Initiatiefloket.MoreTime;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Review.Advising;

/// <summary>What the page of notes and advice posts: a note, a talk with the applicant, or a question to a colleague.</summary>
/// <param name="Action">The button that was pressed.</param>
/// <param name="Note">The note.</param>
/// <param name="Colleague">Id of whoever is asked for advice.</param>
/// <param name="Question">What they are asked.</param>
public sealed record TalkForm(string Action, string Note, string Colleague, string Question)
{
    public const string ActionField = "actie";
    public const string NoteField = "notitie";
    public const string ColleagueField = "collega";
    public const string QuestionField = "vraag";
    public const string AddNote = "noteer";
    public const string AskAdvice = "vraag-advies";
    public const string TalkField = "gesprek";
    public const string NoteTalk = "leg-gesprek-vast";

    /// <summary>What was said in a talk with the applicant.</summary>
    public string Talk { get; init; } = "";

    public static TalkForm Empty { get; } = new("", "", "", "");

    public static TalkForm From(IFormCollection form) =>
        new(form.Line(ActionField), form.Text(NoteField), form.Line(ColleagueField), form.Text(QuestionField)) { Talk = form.Text(TalkField) };

    /// <summary>Adds what is wrong with what was said.</summary>
    public void CheckTalk(FormErrors errors) => errors.Require(TalkField, Talk, "Vul in wat er is besproken.", TalkNotes.LongestWords);

    /// <summary>Adds what is wrong with the note.</summary>
    public void CheckNote(FormErrors errors) => errors.Require(NoteField, Note, "Vul de notitie in.", Advising.Note.LongestText);

    /// <summary>Adds what is wrong with the question.</summary>
    /// <param name="colleagues">Who can be asked.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public void CheckQuestion(IReadOnlyList<Reviewer> colleagues, FormErrors errors)
    {
        if (colleagues.All(colleague => colleague.Id != Colleague))
        {
            errors.Add(ColleagueField, "Kies de collega die u om advies vraagt.");
        }

        errors.Require(QuestionField, Question, "Vul in wat u van uw collega wilt weten.", Advice.LongestText);
    }
}
