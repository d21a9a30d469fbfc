using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <content>How it becomes a verdict, and what is wrong with it in the order of the page.</content>
public sealed partial record VerdictForm
{
    /// <summary>Whether a request to complete can still stop the clock: not once the term of law has passed (Awb 4:15).</summary>
    public static bool MaySuspend(Initiative initiative, Policy policy, DateTimeOffset now) =>
        LocalTime.DayOf(now) <= initiative.Clock!.DecideBy(policy.WorkingDays);

    /// <summary>The verdict that was filled in, given at this moment by whom the link was sent to; null with the errors added.</summary>
    public Verdict? Read(Link link, Initiative initiative, Policy policy, DateTimeOffset now, FormErrors errors)
    {
        var given = new Verdict { Round = link.Round, Kind = KindOf(Choice) ?? default, By = link.Person, At = now, SuspendsClock = false };
        var read = Choice switch
        {
            Approve => ReadApproval(given, initiative, policy, errors),
            Ask when !initiative.MayBeAsked(policy.Limits) =>
                Refuse(errors, "U heeft de aanvrager zo vaak iets gevraagd als mag. Kies voor toekennen of afwijzen."),
            Ask => ReadQuestions(given, MaySuspend(initiative, policy, now), errors),
            Decline => ReadRefusal(given, initiative.RulesOfReview(), policy, errors),
            SetAside when initiative.SetAsideBy(LocalTime.DayOf(now), policy.WorkingDays) is null => Refuse(errors, TooLateToSetAside(initiative, policy)),
            SetAside => ReadSetAside(given, errors),
            _ => Refuse(errors, "Kies wat u wilt doen: toekennen, een vraag stellen of afwijzen."),
        };

        // Also in the parts that this choice does not need: the whole form is kept.
        CheckLengths(errors);
        return errors.Any ? null : read;
    }

    /// <summary>The grounds to refuse that cannot be chosen as long as there is money left for a case (Awb 4:25).</summary>
    public static IReadOnlyList<RefusalReason> GroundsNotNow(Policy policy, Euro left) =>
        left == Euro.Zero ? [] : [.. policy.RefusalReasons.Where(ground => ground.NeedsEmptyPot)];

    /// <summary>Adds the mistake of a refusal on a ground that needs an empty pot.</summary>
    /// <param name="policy">The rules of the case.</param>
    /// <param name="left">What is left in the pot for it.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public void CheckGrounds(Policy policy, Euro left, FormErrors errors)
    {
        if (Choice == Decline && GroundsNotNow(policy, left).FirstOrDefault(ground => RefusalCodes.Contains(ground.Code)) is { } wrong)
        {
            errors.Add(RefusalCodesField, $"Kies een andere grond dan \"{wrong.Text}\" Er is nog {left} voor deze aanvraag.");
        }
    }

    /// <summary>Adds which texts are too long to be kept, in fields that have no error yet.</summary>
    public void CheckLengths(FormErrors errors)
    {
        foreach (var tooLong in CheckLengths().Where(error => errors.For(error.Field) is null))
        {
            errors.Add(tooLong.Field, tooLong.Message);
        }
    }

    /// <summary>Which texts are too long to be kept.</summary>
    public FormErrors CheckLengths()
    {
        var errors = new FormErrors();
        foreach (var line in Scores)
        {
            errors.AtMost(TypedScore.JustificationField(line.CriterionId), line.Justification, TypedScore.LongestJustification);
        }

        errors.AtMost(AmountField, Amount, LongestAmount);
        errors.AtMost(ReasonsField, Reasons, LongestText);
        errors.AtMost(ConditionsField, Conditions, LongestText);
        foreach (var (index, question) in Questions.Index())
        {
            question.CheckLengths(index, errors);
        }

        errors.AtMost(AskWhyField, AskWhy, Question.LongestWhy);
        errors.AtMost(RefusalField, Refusal, LongestText);
        errors.AtMost(SetAsideField, Incomplete, LongestText);
        return errors;
    }

    private Verdict ReadApproval(Verdict given, Initiative initiative, Policy policy, FormErrors errors)
    {
        var rules = initiative.RulesOfReview();
        if (rules.Checks.Any(check => !Checks.Contains(check.Id)))
        {
            errors.Add(ChecksField, "Zet een vinkje bij alles wat klopt. Klopt er iets niet? Stel dan een vraag, of wijs af.");
        }

        var scores = TypedScore.ReadAll(Scores, policy.Rubric, isRequired: rules.Rubric != RubricUse.None, rules.Rubric, errors);
        var amount = ReadAmount(initiative.Asked, errors);
        errors.Require(ReasonsField, Reasons, "Vul in waarom u wilt toekennen. De aanvrager en de raad lezen dit.", LongestText);
        Duties.Check(TypedDuties.ChoicesIn(policy, []), errors);
        return given with
        {
            Reasons = Reasons,
            Amount = amount,
            Checks = [.. rules.Checks.Select(check => check.Id)],
            Scores = scores,
            ConditionCodes = ConditionCodes,
            Conditions = Conditions.Length == 0 ? null : Conditions,
        };
    }

    private Verdict ReadQuestions(Verdict given, bool maySuspend, FormErrors errors)
    {
        if (AskKind == Complete && !maySuspend)
        {
            errors.Add(AskKindField, "Kies dat u ook zonder antwoord kunt beslissen: de beslistermijn is voorbij en kan niet meer stilstaan.");
        }
        else if (AskKind is not (Complete or Simple))
        {
            errors.Add(AskKindField, "Kies of u zonder antwoord kunt beslissen.");
        }

        var questions = Questions.Select((typed, index) => typed.Read(given.Round, index, AskWhy, errors)).ToList();
        errors.Require(AskWhyField, AskWhy, "Vul in waarom u dit vraagt. De aanvrager leest dit.", Question.LongestWhy);
        return given with { SuspendsClock = AskKind == Complete, Questions = questions };
    }

    private Verdict ReadRefusal(Verdict given, ReviewRules rules, Policy policy, FormErrors errors)
    {
        var scores = TypedScore.ReadAll(Scores, policy.Rubric, isRequired: false, rules.Rubric, errors);
        if (RefusalCodes.Count == 0)
        {
            errors.Add(RefusalCodesField, "Kies minstens één reden waarom u afwijst. De aanvrager leest die in de brief.");
        }

        TypedDuties.CheckCodes(RefusalCodesField, RefusalCodes, policy.RefusalReasons.Select(ground => ground.Code), errors);
        errors.Require(RefusalField, Refusal, "Vul in waarom u afwijst. De aanvrager leest dit in de brief.", LongestText);
        return given with
        {
            Reasons = Refusal,
            Scores = scores,
            RefusalCodes = RefusalCodes,
            HearingCodes = [.. RefusalCodes.Where(code => policy.RefusalReasons.Any(ground => ground.Code == code && ground.Hearing))],
        };
    }

    private Verdict ReadSetAside(Verdict given, FormErrors errors)
    {
        errors.Require(SetAsideField, Incomplete, "Vul in waarom u de aanvraag niet kunt behandelen. De aanvrager leest dit in de brief.", LongestText);
        return given with { Reasons = Incomplete };
    }

    private static string TooLateToSetAside(Initiative initiative, Policy policy) => initiative.Clock!.SetAsideBy(policy.WorkingDays) is { } lastDay
        ? $"Buiten behandeling stellen kon tot en met {lastDay.InWordsWithWeekday()}, nadat de aanvrager de kans had om aan te vullen (Awb 4:5). Kies wat u nu wilt doen."
        : "Buiten behandeling stellen kan niet: de aanvrager is niet gevraagd om de aanvraag aan te vullen (Awb 4:5). Kies wat u wilt doen.";

    private Euro? ReadAmount(Euro asked, FormErrors errors)
    {
        var read = Euro.Read(Amount);
        var wrong = read switch
        {
            EuroInput.Amount(var value) when value == Euro.Zero =>
                "Vul een bedrag in dat hoger is dan nul. Wilt u niets geven? Kies dan voor afwijzen.",
            EuroInput.Amount(var value) when value > asked => $"Vul een bedrag in van ten hoogste {asked}: meer is niet gevraagd.",
            EuroInput.Amount => null,
            EuroInput.Unreadable(var message) => message,
            _ => throw new UnreachableException(),
        };
        if (wrong is not null)
        {
            errors.Add(AmountField, wrong);
        }

        return read is EuroInput.Amount(var amount) ? amount : null;
    }

    private static Verdict? Refuse(FormErrors errors, string message)
    {
        errors.Add("", message);
        return null;
    }
}
