using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission;

/// <summary>What the form warns of, as the applicant reads it. It may be sent all the same.</summary>
public static class ConcernWords
{
    /// <summary>What stands out in a form so far.</summary>
    public static IReadOnlyList<Concern> In(ApplicationForm form, Policy policy, DateOnly today) => Concerns.Of(
        Euro.Read(form.Asked) is EuroInput.Amount(var amount) ? amount : null,
        TypedDate.TryRead(form.StartsOn, out var day) ? day : null,
        today,
        policy);

    /// <summary>Why we probably have to say no.</summary>
    public static string Of(Concern concern, Policy policy, DateOnly today, IStringLocalizer<Texts> texts) => concern switch
    {
        Concern.NoOpenPot => policy.OpensAfter(today) is { } day
            ? texts["Er is nu geen geld te verdelen. Vanaf {0} wel weer.", day.InWords()]
            : texts["Er is nu geen geld te verdelen. Wij weten nog niet wanneer wel."],
        Concern.BelowMinimum => texts["U vraagt minder dan {0}. Wij geven ten minste dat bedrag.", policy.Amounts.Minimum],
        Concern.AboveMaximum => texts["U vraagt meer dan {0}. Meer geven wij niet.", policy.MaxAmount],
        Concern.StartsBeforeReceipt => texts["De startdatum is al voorbij. Wij geven geld voor plannen die nog moeten beginnen."],
        _ => throw new UnreachableException(),
    };

    /// <summary>The page of the form on which it can be changed; null for what the applicant cannot change.</summary>
    public static FormStep? PageOf(Concern concern) => concern switch
    {
        Concern.NoOpenPot => null,
        Concern.BelowMinimum or Concern.AboveMaximum => FormSteps.Costs,
        Concern.StartsBeforeReceipt => FormSteps.WhereAndWhen,
        _ => throw new UnreachableException(),
    };
}
