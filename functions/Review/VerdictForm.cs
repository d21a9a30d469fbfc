using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Review;

/// <summary>The review form as it was typed. Each of the three choices has a part of its own, with its own button.</summary>
public sealed record VerdictForm(
    string Choice, string Amount, string Reasons, string Conditions, IReadOnlyList<TypedQuestion> Questions, string Refusal)
{
    public const string ChoiceField = "keuze";
    public const string AmountField = "bedrag";
    public const string ReasonsField = "toelichting";
    public const string ConditionsField = "voorwaarden";
    public const string RefusalField = "redenen";
    public const string Approve = "toekennen";
    public const string Ask = "vragen";

    /// <summary>Not a choice yet: shows the form again, with room for one more question.</summary>
    public const string OneMore = "nog-een-vraag";

    /// <summary>Not a choice yet either: shows the form again, with a question about each thing that the applicant left open.</summary>
    public const string AboutGaps = "vraag-wat-ontbreekt";
    public const string Decline = "afwijzen";

    /// <summary>Longest text that fits a letter and a table row.</summary>
    public const int LongestText = 4000;

    /// <summary>The form as it is first shown: the amount that was asked.</summary>
    public static VerdictForm Empty(Initiative initiative) => new("", initiative.Asked.ToDutch().TrimStart('€', '\u00A0'), "", "", [TypedQuestion.Empty], "");

    public static VerdictForm From(IFormCollection form) => new(
        form.Text(ChoiceField),
        form.Text(AmountField),
        form.Text(ReasonsField),
        form.Text(ConditionsField),
        TypedQuestion.From(form),
        form.Text(RefusalField));

    /// <summary>Whether the button was pressed that makes room for another question.</summary>
    public bool WantsOneMore => Choice == OneMore;

    /// <summary>The same form with room for another question, unless there are as many as can be put at once.</summary>
    public VerdictForm WithOneMore() =>
        Questions.Count < Question.Most ? this with { Questions = [.. Questions, TypedQuestion.Empty] } : this;

    /// <summary>Whether the button was pressed that puts in questions about what was left open.</summary>
    public bool WantsGaps => Choice == AboutGaps;

    /// <summary>The same form with questions about what was left open, as many as can be put at once. What was typed stays.</summary>
    public VerdictForm WithQuestionsAbout(IEnumerable<Gap> gaps) => this with
    {
        Questions = [.. Questions.Where(typed => !typed.IsEmpty)
            .Concat(gaps.Select(gap => gap.Question))
            .DistinctBy(question => question.Text)
            .Take(Question.Most)],
    };

    /// <summary>The verdict that was filled in, or null with the errors added.</summary>
    /// <param name="asked">What the applicant asks for: the most that can be granted.</param>
    /// <param name="mayAsk">False when the applicant was asked as often as the policy allows.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public VerdictInput? Read(Euro asked, bool mayAsk, FormErrors errors)
    {
        switch (Choice)
        {
            case Approve:
                var amount = ReadAmount(asked, errors);
                errors.Require(ReasonsField, Reasons, "Vul in waarom u wilt toekennen. De aanvrager en de raad lezen dit.", LongestText);
                errors.AtMost(ConditionsField, Conditions, LongestText);
                return errors.Any
                    ? null
                    : new VerdictInput(VerdictKind.Approve, Reasons, amount, Conditions.Length == 0 ? null : Conditions);
            case Ask when !mayAsk:
                errors.Add("", "U heeft de aanvrager zo vaak iets gevraagd als mag. Kies voor toekennen of afwijzen.");
                return null;
            case Ask:
                QuestionInput[] questions = [.. Questions.Select((typed, index) => typed.Read(index, errors))];
                return errors.Any ? null : new VerdictInput(VerdictKind.Ask, "") { Questions = questions };
            case Decline:
                errors.Require(RefusalField, Refusal, "Vul in waarom u afwijst. De aanvrager leest dit in de brief.", LongestText);
                return errors.Any ? null : new VerdictInput(VerdictKind.Decline, Refusal);
            default:
                errors.Add("", "Kies wat u wilt doen: toekennen, een vraag stellen of afwijzen.");
                return null;
        }
    }

    private Euro? ReadAmount(Euro asked, FormErrors errors)
    {
        switch (Euro.Read(Amount))
        {
            case EuroInput.Amount(var value) when value == Euro.Zero:
                errors.Add(AmountField, "Vul een bedrag in dat hoger is dan nul. Wilt u niets geven? Kies dan voor afwijzen.");
                return null;
            case EuroInput.Amount(var value) when value > asked:
                errors.Add(AmountField, $"Vul een bedrag in van ten hoogste {asked.ToDutch()}: meer is niet gevraagd.");
                return null;
            case EuroInput.Amount(var value):
                return value;
            case EuroInput.Unreadable(var message):
                errors.Add(AmountField, message);
                return null;
            default:
                throw new InvalidOperationException("An amount is readable or it is not.");
        }
    }
}
