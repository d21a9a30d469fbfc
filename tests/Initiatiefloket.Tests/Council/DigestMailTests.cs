using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;

namespace Initiatiefloket.Tests.Council;

public sealed class DigestMailTests
{
    private static readonly Initiative Granted = Cases.In(InitiativeState.Granted);

    [Fact]
    public void Compose_CaseThatWaits_SaysInSubjectAndFirstWhatItAsksUntilWhen()
    {
        var digest = Compose(Cases.CouncilWindow, Granted, Granted with { Id = "two" }, Cases.In(InitiativeState.Rejected));

        Assert.Equal("1 om te bekijken t/m di 17 mrt, 2 toegekend (€\u00A07.000)", digest.Subject);
        Assert.Equal("Samen eten in De Thij, €\u00A03.500 (De Thij)", Assert.Single(digest.Blocks.OfType<MailBlock.Heading>()).Text);
        Assert.Equal("Dit brengt buren bij elkaar.", Assert.Single(digest.Blocks.OfType<MailBlock.Quote>()).Text);
        Assert.Equal(
            ["Bekijk Samen eten in De Thij (t/m di 17 mrt)", "Alle initiatieven en uw keuze"], digest.Blocks.OfType<MailBlock.Button>().Select(button => button.Label));
        Assert.Equal(Mails.Link, digest.StopAt);
    }

    [Fact]
    public void Compose_LongTitle_IsCutOffOnTheButtonOnly()
    {
        const string Title = "Samen koken, eten en afwassen met alle buren uit de Thij en uit Berghuizen, jong en oud";

        var digest = Compose(Cases.CouncilWindow with { Title = Title });

        Assert.StartsWith(Title, Assert.Single(digest.Blocks.OfType<MailBlock.Heading>()).Text, StringComparison.Ordinal);
        Assert.Equal("Bekijk Samen koken, eten en afwassen met alle… (t/m di 17 mrt)", digest.Blocks.OfType<MailBlock.Button>().First().Label);
    }

    [Fact]
    public void Compose_MoreThatWaitThanFit_NamesTheOthers()
    {
        var digest = DigestMail.Compose(
            Editions.Of(Mails.Link, Cases.CouncilWindow) with { AlsoWaiting = [Cases.CouncilWindow with { Title = "Buurttuin" }] }, Cases.Policy);

        Assert.StartsWith("2 om te bekijken", digest.Subject, StringComparison.Ordinal);
        Assert.Contains(digest.Blocks.OfType<MailBlock.Paragraph>(), paragraph => paragraph.Text == "Ook te bekijken: Buurttuin (t/m di 17 mrt).");
    }

    [Fact]
    public void Compose_NothingThatWaits_SaysSoAndNamesTheOneCase()
    {
        var digest = Compose(waiting: null, Granted);

        Assert.Equal("Samen eten in De Thij: toegekend (€\u00A03.500)", digest.Subject);
        Assert.StartsWith("U hoeft niets te doen.", Assert.IsType<MailBlock.Paragraph>(digest.Blocks[0]).Text, StringComparison.Ordinal);
        Assert.False(Assert.Single(digest.Blocks.OfType<MailBlock.Button>()).IsPlain);
    }

    [Fact]
    public void Compose_OnlyUnderWay_CountsThem() =>
        Assert.Equal("2 initiatieven met nieuws", Compose(waiting: null, Cases.InReview, Cases.InReview with { Id = "two" }).Subject);

    [Fact]
    public void Compose_Others_HaveALineForEachTheme()
    {
        var digest = Compose(
            waiting: null,
            Granted,
            Granted with { Id = "two" },
            Cases.In(InitiativeState.Withdrawn) with { Id = "three" },
            Cases.InReview with { Id = "four", ThemeId = "rondkomen", Title = "Geldcafé" });

        var lines = Assert.Single(digest.Blocks.OfType<MailBlock.Facts>()).Items;
        Assert.Equal(
            [new Fact("Nieuws", "4 initiatieven"), new Fact("Meedoen en ontmoeten", "3 (2 toegekend)"), new Fact("Rondkomen met weinig geld", "Geldcafé, in behandeling")], lines);
    }

    [Fact]
    public void Compose_Pot_IsABarWithItsPartsInWords()
    {
        var text = MailText.Of(Compose(waiting: null, Granted), "");

        Assert.Contains("Pot 2026:\n- toegekend: €\u00A030.000\n- gereserveerd: €\u00A012.000\n- over: €\u00A0208.000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_NoPot_HasNoBar() =>
        Assert.Empty(DigestMail.Compose(Editions.Of(Mails.Link, null, Granted) with { Pot = null }, Cases.Policy).Blocks.OfType<MailBlock.Bar>());

    [Theory]
    [InlineData(InitiativeState.CouncilDecides, "2 (2 bij de raad)")]
    [InlineData(InitiativeState.Granted, "2 (2 toegekend)")]
    [InlineData(InitiativeState.Withdrawn, "2 (2 niet toegekend)")]
    [InlineData(InitiativeState.LeftToDesk, "2, in behandeling")]
    public void Compose_SeveralOfATheme_SaysWhatWeighsMost(InitiativeState state, string line) => Assert.Equal(
        line, Compose(waiting: null, Cases.In(state), Cases.In(state) with { Id = "two" }).Blocks.OfType<MailBlock.Facts>().Single().Items[1].Value);

    [Theory]
    [InlineData("Kort.", 120, "Kort.")]
    [InlineData("Een regel\nen nog een.", 120, "Een regel en nog een.")]
    [InlineData("Wij koken samen, elke week opnieuw.", 20, "Wij koken samen…")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", 10, "aaaaaaaaa…")]
    [InlineData("aaaaaaaa😀aaaaaaaaaaa", 10, "aaaaaaaa…")]
    public void Clip_Text_FitsOnOneLineAndEndsBetweenWords(string text, int longest, string expected) => Assert.Equal(expected, CouncilWords.Clip(text, longest));

    private static MailMessage Compose(Initiative? waiting, params IReadOnlyList<Initiative> others) =>
        DigestMail.Compose(Editions.Of(Mails.Link, waiting, others), Cases.Policy);
}
