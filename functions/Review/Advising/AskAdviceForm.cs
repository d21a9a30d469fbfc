using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Review.Advising;

/// <summary>The form to ask a colleague for advice, as it was typed.</summary>
public sealed record AskAdviceForm(string Colleague, string Question)
{
    public const string ColleagueField = "collega";
    public const string QuestionField = "vraag";

    public static AskAdviceForm Empty { get; } = new("", "");

    public static AskAdviceForm From(IFormCollection form) => new(form.Line(ColleagueField), form.Text(QuestionField));

    /// <summary>What is wrong with it.</summary>
    /// <param name="colleagues">Who can be asked.</param>
    public FormErrors Check(IReadOnlyList<Reviewer> colleagues)
    {
        var errors = new FormErrors();
        if (colleagues.All(colleague => colleague.Id != Colleague))
        {
            errors.Add(ColleagueField, "Kies de collega die u om advies vraagt.");
        }

        errors.Require(QuestionField, Question, "Vul in wat u van uw collega wilt weten.", Advice.LongestText);
        return errors;
    }
}
