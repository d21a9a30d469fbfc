using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;

namespace Initiatiefloket.Tests.Endings;

public sealed class LetterTextTests
{
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
    [InlineData(RefusalGround.PotIsEmpty, "artikel 4:25")]
    [InlineData(RefusalGround.PotIsEmpty, "Uw aanvraag kwam binnen op 2 maart 2026, 09:00 uur")]
    public void For_Refusal_GivesTheReasonsOfWhoRefused(RefusalGround ground, string reason)
    {
        var refused = Cases.In(InitiativeState.Rejected) with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Decline) };

        var letter = TextOf(refused, LetterKind.Refusal, ground);

        Assert.Contains(reason, Assert.Single(letter.Reasons), StringComparison.Ordinal);
        Assert.StartsWith("Wij wijzen uw aanvraag af. U krijgt geen subsidie van €\u00A04.000,00", letter.Decision, StringComparison.Ordinal);
        Assert.Contains(Cases.Policy.Municipality.Phone, Assert.Single(letter.Consequences), StringComparison.Ordinal);
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
    [InlineData(false, "Wij hebben binnen de termijn geen antwoord gekregen. Zonder dat antwoord kunnen wij uw aanvraag niet beoordelen.")]
    [InlineData(true, "Uw antwoord was niet genoeg om uw aanvraag te kunnen beoordelen.")]
    public void For_SetAsideByAReviewer_SaysWhatWasAskedAndWhy(bool isAnswered, string answer)
    {
        var questioned = isAnswered ? Cases.Questioned.Answer(1, Cases.Answers("Ergens."), Cases.AskedAt.AddDays(2))! : Cases.Questioned;
        var chosen = Cases.VerdictOf(VerdictKind.SetAside, round: 2) with { Reasons = "De begroting ontbreekt." };

        var letter = TextOf(questioned.With(chosen) with { Round = 2, State = InitiativeState.SetAside }, LetterKind.SetAside);

        Assert.Equal(["Waar koken jullie?", answer, "De begroting ontbreekt."], letter.Reasons.Skip(1));
    }

    [Theory]
    [InlineData(LetterKind.Award, null)]
    [InlineData(LetterKind.Refusal, RefusalGround.Professional)]
    [InlineData(LetterKind.Refusal, RefusalGround.Council)]
    [InlineData(LetterKind.Refusal, RefusalGround.PotIsEmpty)]
    [InlineData(LetterKind.SetAside, null)]
    public void For_AnyKind_LeavesNothingOpen(LetterKind kind, RefusalGround? ground)
    {
        var decided = kind == LetterKind.SetAside
            ? Cases.In(InitiativeState.SetAside)
            : Cases.In(InitiativeState.Granted) with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) };

        var letter = TextOf(decided, kind, ground);

        Assert.All([letter.Subject, letter.Decision, .. letter.Reasons, .. letter.Conditions, .. letter.Consequences], Wording.AssertComplete);
    }

    private static LetterText TextOf(Initiative initiative, LetterKind kind, RefusalGround? ground = null) =>
        LetterText.For(new LetterCase(initiative, Cases.Applicant, ground, Cases.LetterOf(kind)), Cases.Policy);
}
