using Initiatiefloket.Budget;
using Initiatiefloket.Endings;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Budget;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;

namespace Initiatiefloket.Tests.Endings;

public sealed class LackOfMoneyWordsTests
{
    [Fact]
    public void Of_APlaceInTheLine_SaysWhereTheApplicationStoodUnderWhichCeiling()
    {
        var lack = new LackOfMoney(
            Rank: 3, Cases.ReceivedAt, Euro.Whole(5000), Euro.Whole(4500), AheadCount: 2, Euro.Whole(1200), new DateOnly(2025, 12, 15), "het Gemeenteblad van Oldenzaal");

        Assert.Equal(
            [
                "Er is niet genoeg geld meer voor bewonersinitiatieven in 2026. Het subsidieplafond is €\u00A05.000,00. Het is op 15 december 2025 bekendgemaakt in "
                    + "het Gemeenteblad van Oldenzaal. Meer mogen wij niet geven (Algemene wet bestuursrecht, artikel 4:25).",
                "Wij verdelen het geld op volgorde van de volledige aanvragen (artikel 4:26). Uw aanvraag was volledig op 2 maart 2026, 09:00 uur. "
                    + "Bij ons besluit was u nummer 3 in de rij.",
                "Van het plafond is €\u00A04.500,00 al toegekend of gereserveerd. Voor u is nog €\u00A01.200,00 gevraagd. Er is niet op tijd genoeg geld vrijgekomen.",
            ],
            LackOfMoneyWords.Of(lack, 2026, AppTexts.Localizer));
    }

    [Fact]
    public void Of_NoPlaceInTheLine_SaysWhatIsKnown()
    {
        var lack = LackOfMoney.Of(null, Pots.Of(1000, 500), Cases.ReceivedAt, pot: null);

        Assert.Equal((null, new Euro(1500), 0, null), (lack.Rank, lack.Ceiling, lack.AheadCount, lack.PublishedOn));
        Assert.DoesNotContain(LackOfMoneyWords.Of(lack, 2026, AppTexts.Localizer), words => words.Contains("bekendgemaakt", StringComparison.Ordinal) || words.Contains("nummer", StringComparison.Ordinal));
    }
}
