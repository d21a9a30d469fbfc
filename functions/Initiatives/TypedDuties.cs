using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Initiatives;

/// <summary>The duties of a grant as they were chosen and typed.</summary>
/// <param name="Codes">Those of the policy that are ticked.</param>
/// <param name="OwnWords">One in own words, or empty.</param>
public sealed record TypedDuties(IReadOnlyList<string> Codes, string OwnWords)
{
    public const string CodesField = "voorwaarde";
    public const string OwnWordsField = "voorwaarden";

    /// <summary>Longest duty in own words that fits a letter and a table row.</summary>
    public const int LongestText = 4000;

    private const int LongestCode = 100;
    private const int MostCodes = 100;

    public static TypedDuties None { get; } = new([], "");

    /// <summary>Those of a verdict.</summary>
    public static TypedDuties Of(Verdict? verdict) => verdict is null ? None : new(verdict.ConditionCodes, verdict.Conditions ?? "");

    public static TypedDuties From(IFormCollection form) => new(CodesIn(form, CodesField), form.Text(OwnWordsField));

    /// <summary>The codes that are ticked in a field.</summary>
    public static IReadOnlyList<string> CodesIn(IFormCollection form, string field) =>
        [.. form[field].OfType<string>().Select(PostedText.Clean).Where(code => code.Length is > 0 and <= LongestCode).Distinct().Take(MostCodes)];

    /// <summary>The duties to choose from: those of the policy, and before them what was advised and has left the policy since.</summary>
    public static IReadOnlyList<Choice> ChoicesIn(Policy policy, IEnumerable<string> advised) =>
    [
        .. advised.Except(policy.Duties.Select(duty => duty.Code)).Select(code => new Choice(code, VerdictWords.DutyOf(code, policy))),
        .. policy.Duties.Select(duty => new Choice(duty.Code, duty.Text, duty.Article)),
    ];

    /// <summary>Adds what is wrong with them.</summary>
    /// <param name="choices">What could be chosen.</param>
    /// <param name="errors">Takes it.</param>
    /// <param name="longest">Largest number of characters in own words.</param>
    public void Check(IEnumerable<Choice> choices, FormErrors errors, int longest = LongestText)
    {
        CheckCodes(CodesField, Codes, choices.Select(choice => choice.Value), errors);
        errors.AtMost(OwnWordsField, OwnWords, longest);
    }

    /// <summary>Adds it when a code is ticked that cannot be: a page may still show what has left the policy since; shown again, it does not.</summary>
    public static void CheckCodes(string field, IEnumerable<string> chosen, IEnumerable<string> known, FormErrors errors)
    {
        if (chosen.Except(known).Any())
        {
            errors.Add(field, "Kies opnieuw: wat u koos, staat niet meer in de lijst.");
        }
    }
}
