using Initiatiefloket.Council.Questions;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Council;

/// <summary>What a council member fills in on the page of a case, as it was typed.</summary>
/// <param name="Reason">Why the case should be on the agenda.</param>
/// <param name="Question">What they ask the professional.</param>
/// <param name="TakesBack">Whether they ticked that they take their request back.</param>
public sealed record LookAlongForm(string Reason, string Question, bool TakesBack)
{
    public const string ReasonField = "reden";
    public const string QuestionField = "vraag";

    /// <summary>A button alone is not enough, because programs that scan mail press buttons too.</summary>
    public const string TakesBackField = "zeker";

    public static LookAlongForm Empty { get; } = new("", "", TakesBack: false);

    public static LookAlongForm Read(IFormCollection posted) => new(posted.Text(ReasonField), posted.Text(QuestionField), posted.ContainsKey(TakesBackField));

    public void CheckReason(FormErrors errors) =>
        errors.Require(ReasonField, Reason, "Vul in waarom u dit in de raad wilt bespreken. Andere raadsleden lezen het.", CallInReason.Longest);

    public void CheckQuestion(FormErrors errors) =>
        errors.Require(QuestionField, Question, "Vul uw vraag aan de professional in.", CouncilQuestion.LongestText);

    public void CheckTakesBack(FormErrors errors)
    {
        if (!TakesBack)
        {
            errors.Add(TakesBackField, "Zet een vinkje als u uw verzoek wilt intrekken.");
        }
    }
}
