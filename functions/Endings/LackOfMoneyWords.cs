using Initiatiefloket.Budget;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings;

/// <summary>The reasons of a refusal for lack of money (Awb 3:46): the ceiling, and where the application stood under it.</summary>
public static class LackOfMoneyWords
{
    /// <summary>A paragraph each.</summary>
    /// <param name="lack">What is true of the application.</param>
    /// <param name="year">Year of the pot.</param>
    public static IReadOnlyList<string> Of(LackOfMoney lack, int year) => [CeilingOf(lack, year), LineOf(lack), CommittedOf(lack)];

    private static string CeilingOf(LackOfMoney lack, int year) =>
        $"Er is niet genoeg geld meer voor bewonersinitiatieven in {year}. Het subsidieplafond is {lack.Ceiling}"
        + (lack.PublishedOn is { } day ? $". Het is op {day.InWords()} bekendgemaakt in {lack.PublishedAt}. " : ". ")
        + "Meer mogen wij niet geven (Algemene wet bestuursrecht, artikel 4:25).";

    private static string LineOf(LackOfMoney lack) =>
        "Wij verdelen het geld op volgorde van de volledige aanvragen (artikel 4:26). "
        + $"Uw aanvraag was volledig op {lack.CompleteAt.InWords()} uur."
        + (lack.Rank is { } rank ? $" Bij ons besluit was u nummer {rank} in de rij." : "");

    private static string CommittedOf(LackOfMoney lack) =>
        $"Van het plafond is {lack.Committed} al toegekend of gereserveerd."
        + (lack.AheadCount > 0 ? $" Voor u is nog {lack.Ahead} gevraagd." : "")
        + " Er is niet op tijd genoeg geld vrijgekomen.";
}
