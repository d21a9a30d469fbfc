using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>Reads a verdict from the review form, and says what is wrong with it in the order of the page.</summary>
internal sealed class VerdictReader(VerdictForm form, VerdictRules rules, FormErrors errors)
{
    /// <summary>The verdict, or null with the errors added.</summary>
    public VerdictInput? Read()
    {
        var read = form.Choice switch
        {
            VerdictForm.Approve => ReadApproval(),
            VerdictForm.Ask => ReadQuestions(),
            VerdictForm.Decline => ReadRefusal(),
            _ => Refuse("Kies wat u wilt doen: toekennen, een vraag stellen of afwijzen."),
        };

        // Also in the parts that this choice does not need: the whole form is kept.
        foreach (var tooLong in form.CheckLengths().Where(error => errors.For(error.Field) is null))
        {
            errors.Add(tooLong.Field, tooLong.Message);
        }

        return errors.Any ? null : read;
    }

    private VerdictInput ReadApproval()
    {
        var scores = ReadScores(isRequired: true);
        var amount = ReadAmount();
        errors.Require(
            VerdictForm.ReasonsField,
            form.Reasons,
            "Vul in waarom u wilt toekennen. De aanvrager en de raad lezen dit.",
            VerdictForm.LongestText);
        CheckCodes(VerdictForm.ConditionCodesField, form.ConditionCodes, rules.Policy.Conditions.Select(condition => condition.Code));
        errors.AtMost(VerdictForm.ConditionsField, form.Conditions, VerdictForm.LongestText);
        return new VerdictInput(VerdictKind.Approve, form.Reasons, amount, form.Conditions.Length == 0 ? null : form.Conditions)
        {
            Scores = scores,
            ConditionCodes = form.ConditionCodes,
        };
    }

    private VerdictInput? ReadQuestions()
    {
        if (!rules.MayAsk)
        {
            return Refuse("U heeft de aanvrager zo vaak iets gevraagd als mag. Kies voor toekennen of afwijzen.");
        }

        CheckAskKind();
        return new VerdictInput(VerdictKind.Ask, "")
        {
            SuspendsClock = form.AskKind == VerdictForm.Complete,
            Questions = [.. form.Questions.Select((typed, index) => typed.Read(index, errors))],
        };
    }

    private VerdictInput ReadRefusal()
    {
        var scores = ReadScores(isRequired: false);
        if (form.RefusalCodes.Count == 0)
        {
            errors.Add(VerdictForm.RefusalCodesField, "Kies minstens één reden waarom u afwijst. De aanvrager leest die in de brief.");
        }

        CheckCodes(VerdictForm.RefusalCodesField, form.RefusalCodes, rules.Policy.RefusalReasons.Select(ground => ground.Code));
        errors.Require(
            VerdictForm.RefusalField,
            form.Refusal,
            "Vul in waarom u afwijst. De aanvrager leest dit in de brief.",
            VerdictForm.LongestText);
        return new VerdictInput(VerdictKind.Decline, form.Refusal) { Scores = scores, RefusalCodes = form.RefusalCodes };
    }

    private RubricScore[] ReadScores(bool isRequired) =>
    [
        .. rules.Policy.Rubric
            .Select(line => (form.Scores.FirstOrDefault(typed => typed.CriterionId == line.Id) ?? new TypedScore(line.Id, "", ""))
                .Read(line, isRequired, errors))
            .OfType<RubricScore>(),
    ];

    private void CheckAskKind()
    {
        if (form.AskKind == VerdictForm.Complete && !rules.MaySuspend)
        {
            errors.Add(VerdictForm.AskKindField, "Kies voor een gewone vraag: de beslistermijn is voorbij en kan niet meer stilstaan.");
        }
        else if (form.AskKind is not (VerdictForm.Complete or VerdictForm.Simple))
        {
            errors.Add(VerdictForm.AskKindField, "Kies wat voor vraag dit is.");
        }
    }

    // A page may still show what has left the policy since; shown again, it does not.
    private void CheckCodes(string field, IEnumerable<string> chosen, IEnumerable<string> known)
    {
        if (chosen.Except(known).Any())
        {
            errors.Add(field, "Kies opnieuw: wat u koos, staat niet meer in de lijst.");
        }
    }

    private Euro? ReadAmount()
    {
        switch (Euro.Read(form.Amount))
        {
            case EuroInput.Amount(var value) when value == Euro.Zero:
                errors.Add(VerdictForm.AmountField, "Vul een bedrag in dat hoger is dan nul. Wilt u niets geven? Kies dan voor afwijzen.");
                return null;
            case EuroInput.Amount(var value) when value > rules.Asked:
                errors.Add(VerdictForm.AmountField, $"Vul een bedrag in van ten hoogste {rules.Asked}: meer is niet gevraagd.");
                return null;
            case EuroInput.Amount(var value):
                return value;
            case EuroInput.Unreadable(var message):
                errors.Add(VerdictForm.AmountField, message);
                return null;
            default:
                throw new InvalidOperationException("An amount is readable or it is not.");
        }
    }

    private VerdictInput? Refuse(string message)
    {
        errors.Add("", message);
        return null;
    }
}
