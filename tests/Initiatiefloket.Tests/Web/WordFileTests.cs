using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class WordFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Write_EveryPart_IsAValidFileInDutchWithItsStyles()
    {
        var seen = WordSeen.Read(WordFile.Write(new WordText(
            "Raadsvoorstel: Samen eten",
            "gemeente Oldenzaal",
            Now,
            [
                new WordBlock.Heading("Het plan"),
                new WordBlock.Paragraph("Een regel.\nNog een regel."),
                new WordBlock.Subheading("Kosten"),
                new WordBlock.Table(["Wat", "Bedrag"], [["Eten", "€ 3.000,00"], ["Zaal", "€ 1.000,00"]]),
                new WordBlock.Bullets(["Eerst", "Dan"]),
                new WordBlock.Numbers(["Een", "Twee"]),
            ])));

        Assert.Empty(seen.Problems);
        Assert.Equal(("Raadsvoorstel: Samen eten", "nl-NL"), (seen.Title, seen.Language));
        Assert.Equal(["Wat", "Bedrag"], seen.HeaderCells);
        Assert.Equal(
            [
                ("Title", "Raadsvoorstel: Samen eten"), ("Heading1", "Het plan"), ("Normal", "Een regel.\nNog een regel."), ("Heading2", "Kosten"),
                ("TableHeading", "Wat"), ("TableHeading", "Bedrag"), ("TableText", "Eten"), ("TableText", "€ 3.000,00"), ("TableText", "Zaal"), ("TableText", "€ 1.000,00"),
                ("Normal", ""), ("ListBullet", "Eerst"), ("ListBullet", "Dan"), ("ListNumber", "Een"), ("ListNumber", "Twee"),
            ],
            seen.Paragraphs);
    }

    [Theory]
    [InlineData("Geld & <b>goed</b> \"aan\" 'huis'", "Geld & <b>goed</b> \"aan\" 'huis'")]
    [InlineData("stil\u0000\u0001\u001F\u007F\u0085\uFFFE\uFFFF hier", "stil\n hier")]
    [InlineData("samen 👩‍👩‍👧 eten", "samen 👩‍👩‍👧 eten")]
    [InlineData("een\ttab\r\nen een regel", "een tab\nen een regel")]
    [InlineData("]]> <!-- <?xml ?>", "]]> <!-- <?xml ?>")]
    public void Write_WhateverSomebodyTyped_StandsInAValidFileAsText(string typed, string read)
    {
        var seen = WordSeen.Read(WordFile.Write(new WordText(
            typed, typed, Now, [new WordBlock.Heading(typed), new WordBlock.Bullets([typed]), new WordBlock.Table([typed], [[typed]])])));

        Assert.Empty(seen.Problems);
        Assert.Equal([read, read, read, read, read, ""], seen.Paragraphs.Select(paragraph => paragraph.Text));
    }

    // No theory: a half of a sign does not survive the way from xUnit to the test.
    [Fact]
    public void Write_HalfOfASign_StandsInAValidFileAsAMark()
    {
        var seen = WordSeen.Read(WordFile.Write(new WordText("half \uD83C teken", "", Now, [])));

        Assert.Empty(seen.Problems);
        Assert.Equal("half \uFFFD teken", Assert.Single(seen.Paragraphs).Text);
    }

    [Fact]
    public void Write_WordWithoutEnd_IsWhole()
    {
        var word = new string('x', 100_000);

        var seen = WordSeen.Read(WordFile.Write(new WordText(word, "", Now, [new WordBlock.Paragraph(word)])));

        Assert.Empty(seen.Problems);
        Assert.Equal([word, word], seen.Paragraphs.Select(paragraph => paragraph.Text));
    }
}
