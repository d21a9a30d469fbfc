using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Endings.Letters;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Tokens;

namespace Initiatiefloket.Tests.Web;

public sealed class LetterPdfTests
{
    [Theory]
    [MemberData(nameof(LetterWordsTests.Kinds), MemberType = typeof(LetterWordsTests))]
    public void Write_EachKind_HoldsAllWordsInTheirOrder(LetterKind kind)
    {
        var letter = SampleLetters.Words.Of(SampleLetters.Of(kind)).SentOn(SampleLetters.DecidedOn, Cases.Policy.WorkingDays);
        var text = Squeezed(LetterTexts.Of(letter));

        using var pdf = PdfDocument.Open(LetterPdf.Write(letter));

        Assert.Equal(text, Squeezed(string.Concat(pdf.GetPages().Select(page => page.Text))));
    }

    [Theory]
    [MemberData(nameof(LetterWordsTests.Kinds), MemberType = typeof(LetterWordsTests))]
    public void Write_TranslationOfEachKind_HoldsAllWordsAndTellsWhichAreDutch(LetterKind kind)
    {
        var letter = SampleLetters.TranslationOf(SampleLetters.Of(kind)).SentOn(SampleLetters.DecidedOn, Cases.Policy.WorkingDays);
        var text = Squeezed(LetterRun.Plain(LetterTexts.Of(letter)));

        using var pdf = PdfDocument.Open(LetterPdf.Write(letter));

        Assert.Equal(text, Squeezed(string.Concat(pdf.GetPages().Select(page => page.Text))));
        Assert.Equal("en", ((StringToken)pdf.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
        var marked = LanguagesBelow(pdf, pdf.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"]).ToList();
        Assert.NotEmpty(marked);
        Assert.All(marked, language => Assert.Equal("nl", language));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_Letter_HasNoWordsUnderTheLogo(bool isTranslation)
    {
        var words = SampleLetters.Of(LetterKind.PartialAward);
        var letter = (isTranslation ? SampleLetters.TranslationOf(words) : SampleLetters.Words.Of(words)).SentOn(SampleLetters.DecidedOn, Cases.Policy.WorkingDays);

        using var pdf = PdfDocument.Open(LetterPdf.Write(letter));

        var page = pdf.GetPage(1);
        var logo = Assert.Single(page.GetImages()).BoundingBox;
        Assert.DoesNotContain(page.GetWords(), word => word.BoundingBox.IntersectsWith(logo));
    }

    [Fact]
    public void Write_Translation_DrawsWhatIsDutchInItsPlaceInTheLine()
    {
        var letter = SampleLetters.TranslationOf(SampleLetters.Of(LetterKind.PartialAward)).SentOn(SampleLetters.DecidedOn, Cases.Policy.WorkingDays);

        using var pdf = PdfDocument.Open(LetterPdf.Write(letter));

        var words = pdf.GetPages().SelectMany(page => page.GetWords()).ToList();

        Assert.Superset(new HashSet<string> { "under", "Subsidieregeling", "bewonersinitiatieven", "(Algemene", "bestuursrecht)," }, words.Select(word => word.Text).ToHashSet());
        Assert.All(words, word => Assert.InRange(word.BoundingBox.Right, 50, 539));
    }

    [Fact]
    public void Write_LongLetter_GoesOnOnTheNextPageAndBreaksLongWords()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Write(SampleLetters.Long));

        Assert.True(pdf.NumberOfPages > 2);
        Assert.Contains("Reden60.", Squeezed(string.Concat(pdf.GetPages().Select(page => page.Text))), StringComparison.Ordinal);
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.Location.X, 50, 545));
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.Location.Y, 50, 800));
    }

    [Fact]
    public void Write_Letter_HasTitleLanguageAndStructureForScreenReaders()
    {
        var letter = SampleLetters.Words.Of(SampleLetters.Of(LetterKind.Award));

        using var pdf = PdfDocument.Open(LetterPdf.Write(letter));

        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        Assert.Equal($"{letter.Subject} - {letter.Sender}", pdf.Information.Title);
        Assert.Equal("nl", ((StringToken)catalog.Data["Lang"]).Data);
        Assert.True(catalog.Data.ContainsKey("StructTreeRoot"));
        Assert.True(catalog.Data.ContainsKey("MarkInfo"));
    }

    [Fact]
    public void Write_Letter_HasTheLogoOnItsFirstPageOnly()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Write(SampleLetters.Long));

        var pictures = pdf.GetPages().Select(page => page.GetImages().ToList()).ToList();
        var logo = Assert.Single(pictures[0]);
        Assert.InRange(logo.BoundingBox.Height, 40, 44);
        Assert.All(pictures.Skip(1), Assert.Empty);
    }

    private static IEnumerable<string> LanguagesBelow(PdfDocument pdf, IToken token) => token switch
    {
        IndirectReferenceToken reference => LanguagesBelow(pdf, pdf.Structure.GetObject(reference.Data).Data),
        ArrayToken parts => parts.Data.SelectMany(part => LanguagesBelow(pdf, part)),
        DictionaryToken element =>
        [
            .. element.Data.TryGetValue("Lang", out var language) ? [((StringToken)language).Data] : Array.Empty<string>(),
            .. element.Data.TryGetValue("K", out var below) ? LanguagesBelow(pdf, below) : [],
        ],
        _ => [],
    };

    // Marks of a list are drawn, and those of the text of a test are not.
    private static string Squeezed(string text) =>
        string.Concat(text.Split('\n').Select(line => line.TrimStart('#', '-'))).Replace("\u2022", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal);
}
