using Initiatiefloket.Budget;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings;

/// <summary>The reasons of a refusal for lack of money (Awb 3:46): the ceiling, and where the application stood under it.</summary>
public static class LackOfMoneyWords
{
    /// <summary>A paragraph each.</summary>
    /// <param name="lack">What is true of the application.</param>
    /// <param name="year">Year of the pot.</param>
    /// <param name="texts">In the language of now.</param>
    public static IReadOnlyList<string> Of(LackOfMoney lack, int year, IStringLocalizer<Texts> texts) => [CeilingOf(lack, year, texts), LineOf(lack, texts), CommittedOf(lack, texts)];

    private static string CeilingOf(LackOfMoney lack, int year, IStringLocalizer<Texts> texts) =>
        texts["Er is niet genoeg geld meer voor bewonersinitiatieven in {0}. Het subsidieplafond is {1}.", year, lack.Ceiling]
        + (lack.PublishedOn is { } day ? " " + texts["Het is op {0} bekendgemaakt in {1}.", day.InWords(), lack.PublishedAt.AsWritten] : "")
        + " " + texts["Meer mogen wij niet geven ({0}).", texts.Awb("4:25")];

    private static string LineOf(LackOfMoney lack, IStringLocalizer<Texts> texts) =>
        texts["Wij verdelen het geld op volgorde van de volledige aanvragen ({0}).", texts["artikel {0}", "4:26"]]
        + " " + texts["Uw aanvraag was volledig op {0} uur.", lack.CompleteAt.InWords()]
        + (lack.Rank is { } rank ? " " + texts["Bij ons besluit was u nummer {0} in de rij.", rank] : "");

    private static string CommittedOf(LackOfMoney lack, IStringLocalizer<Texts> texts) =>
        texts["Van het plafond is {0} al toegekend of gereserveerd.", lack.Committed]
        + (lack.AheadCount > 0 ? " " + texts["Voor u is nog {0} gevraagd.", lack.Ahead] : "")
        + " " + texts["Er is niet op tijd genoeg geld vrijgekomen."];
}
