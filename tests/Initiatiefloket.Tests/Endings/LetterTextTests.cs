using Initiatiefloket.Budget;
using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Budget;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;

namespace Initiatiefloket.Tests.Endings;

public sealed class LetterTextTests
{
    private static readonly LackOfMoney Lack = new(
        Rank: 3, Cases.ReceivedAt, Euro.Whole(5000), Euro.Whole(4500), AheadCount: 2, Euro.Whole(1200), new DateOnly(2025, 12, 15), "het Gemeenteblad van Oldenzaal");

    [Fact]
    public void For_Award_GivesAmountReasonsAndWhatHappensNext()
    {
        var letter = TextOf(Cases.In(InitiativeState.Granted), LetterKind.Award);

        Assert.Equal("Toekenning van subsidie voor Samen eten in De Thij", letter.Subject);
        Assert.Equal("Wij geven u een subsidie van €\u00A03.500,00 voor uw initiatief \"Samen eten in De Thij\".", letter.Decision);
        Assert.Equal(["Dit brengt buren bij elkaar."], letter.Reasons);
        Assert.StartsWith("U vroeg €\u00A04.000,00. Wij kennen een lager bedrag toe", letter.Consequences[0], StringComparison.Ordinal);
        Assert.Equal(3, letter.Consequences.Count);
    }

    [Fact]
    public void For_AwardOfAllThatWasAsked_DoesNotSpeakOfLess()
    {
        var granted = Cases.In(InitiativeState.Granted);
        var whole = granted.With(granted.VerdictOf(1)! with { Amount = Euro.Whole(4000), ConditionCodes = ["keep-receipts"], Conditions = "Meld u vooraf." });

        var letter = TextOf(whole, LetterKind.Award);

        Assert.Equal(["U bewaart de bonnen en rekeningen tot een jaar na de activiteit.", "Meld u vooraf."], letter.Conditions);
        Assert.DoesNotContain(letter.Consequences, consequence => consequence.Contains("lager bedrag", StringComparison.Ordinal));
    }

    [Fact]
    public void For_AwardByTheCouncil_AddsItsReasons()
    {
        var granted = Cases.In(InitiativeState.Granted) with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) };

        Assert.Equal(
            ["Dit brengt buren bij elkaar.", "De gemeenteraad heeft op 14 april 2026 besloten: De raad vindt dit een goed plan."],
            TextOf(granted, LetterKind.Award).Reasons);
    }

    [Theory]
    [InlineData(RefusalGround.Professional, "Dit brengt buren bij elkaar.")]
    [InlineData(RefusalGround.Council, "De raad vindt dit een goed plan.")]
    public void For_Refusal_GivesTheReasonsOfWhoRefused(RefusalGround ground, string reason)
    {
        var refused = Cases.In(InitiativeState.Rejected) with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Decline) };

        var letter = TextOf(refused, LetterKind.Refusal, ground);

        Assert.Contains(reason, Assert.Single(letter.Reasons), StringComparison.Ordinal);
        Assert.StartsWith("Wij wijzen uw aanvraag af. U krijgt geen subsidie van €\u00A04.000,00", letter.Decision, StringComparison.Ordinal);
        Assert.Contains(Cases.Policy.Municipality.Phone, Assert.Single(letter.Consequences), StringComparison.Ordinal);
    }

    [Fact]
    public void For_RefusalForLackOfMoney_SaysWhereTheApplicationStoodUnderWhichCeiling() => Assert.Equal(
        [
            "Er is niet genoeg geld meer voor bewonersinitiatieven in 2026. Het subsidieplafond is €\u00A05.000,00. Het is op 15 december 2025 bekendgemaakt in "
                + "het Gemeenteblad van Oldenzaal. Meer mogen wij niet geven (Algemene wet bestuursrecht, artikel 4:25).",
            "Wij verdelen het geld op volgorde van de volledige aanvragen (artikel 4:26). Uw aanvraag was volledig op 2 maart 2026, 09:00 uur. "
                + "Bij ons besluit was u nummer 3 in de rij.",
            "Van het plafond is €\u00A04.500,00 al toegekend of gereserveerd. Voor u is nog €\u00A01.200,00 gevraagd. Er is niet op tijd genoeg geld vrijgekomen.",
        ],
        TextOf(Cases.In(InitiativeState.Rejected), LetterKind.Refusal, RefusalGround.PotIsEmpty).Reasons);

    [Fact]
    public void For_RefusalOfACaseWithoutAPlaceInTheLine_SaysWhatIsKnown()
    {
        var lack = LackOfMoney.Of(null, Pots.Of(1000, 500), Cases.ReceivedAt, pot: null);

        Assert.Equal((null, new Euro(1500), 0, null), (lack.Rank, lack.Ceiling, lack.AheadCount, lack.PublishedOn));
        Assert.DoesNotContain(LackOfMoneyWords.Of(lack, 2026), words => words.Contains("bekendgemaakt", StringComparison.Ordinal) || words.Contains("nummer", StringComparison.Ordinal));
    }

    [Fact]
    public void For_RefusalOfTheProfessional_GivesEachGroundWithItsArticleAndThenTheReasons()
    {
        var refused = Cases.In(InitiativeState.Rejected);
        var onGrounds = refused.With(refused.VerdictOf(1)! with { RefusalCodes = ["ceiling-reached", "costs"] });

        Assert.Equal(
            [
                "Het geld voor bewonersinitiatieven is dit jaar op. (Algemene wet bestuursrecht, artikel 4:25, tweede lid)",
                "De kosten zijn te hoog voor wat het plan oplevert. (Beleidsregel bewonersinitiatieven, artikel 7)",
                "Dit brengt buren bij elkaar.",
            ],
            TextOf(onGrounds, LetterKind.Refusal, RefusalGround.Professional).Reasons);
    }

    [Fact]
    public void For_SetAside_RepeatsTheQuestionThatWasNotAnswered()
    {
        var letter = TextOf(Cases.In(InitiativeState.SetAside), LetterKind.SetAside);

        Assert.Contains("artikel 4:5", letter.Decision, StringComparison.Ordinal);
        Assert.Equal("Waar koken jullie?", letter.Reasons[1]);
    }

    [Theory]
    [InlineData(LetterKind.Award, null)]
    [InlineData(LetterKind.Refusal, RefusalGround.Professional)]
    [InlineData(LetterKind.Refusal, RefusalGround.Council)]
    [InlineData(LetterKind.Refusal, RefusalGround.PotIsEmpty)]
    [InlineData(LetterKind.SetAside, null)]
    public void For_AnyKind_LeavesNothingOpen(LetterKind kind, RefusalGround? ground)
    {
        var decided = Cases.In(InitiativeState.Granted) with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) };

        var letter = TextOf(decided, kind, ground);

        Assert.All([letter.Subject, letter.Decision, .. letter.Reasons, .. letter.Conditions, .. letter.Consequences], Wording.AssertComplete);
    }

    private static LetterText TextOf(Initiative initiative, LetterKind kind, RefusalGround? ground = null) =>
        LetterText.For(new LetterCase(initiative, Cases.Applicant, ground, Cases.LetterOf(kind)) { Lack = Lack }, Cases.Policy);
}
