using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Endings.Letters;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class LetterTests
{
    [Fact]
    public async Task LetterLayout_Always_StandsAlone()
    {
        var letter = SampleLetters.Words.Of(SampleLetters.Of(LetterKind.Award)) with { Addressee = ["Mevrouw <b>De Vries</b>", "Deurningerstraat 12"] };

        var document = await Rendered.Of<LetterLayout>(new { Letter = letter.SentOn(new DateOnly(2026, 12, 1), Cases.Policy.WorkingDays) });

        Assert.Equal("nl", document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Mevrouw <b>De Vries</b>\nDeurningerstraat 12", document.QuerySelector(".addressee")!.TextContent);
        Assert.Contains("1 december 2026", document.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Bent u het niet eens", document.QuerySelector(".objection h2")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("script, link"));
        Assert.All(document.QuerySelectorAll("[src]"), picture => Assert.StartsWith("data:image/svg+xml;base64,", picture.GetAttribute("src"), StringComparison.Ordinal));
        Assert.DoesNotContain("url(", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LetterLayout_OfATranslation_SaysFirstThatItIsOneAndMarksWhatIsDutch()
    {
        var letter = SampleLetters.TranslationOf(SampleLetters.Of(LetterKind.PartialAward));

        var document = await Rendered.Of<LetterLayout>(new { Letter = letter.SentOn(new DateOnly(2026, 12, 1), Cases.Policy.WorkingDays) });

        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("note", document.QuerySelector("main")!.FirstElementChild!.GetAttribute("role"));
        Assert.Contains("1 December 2026", document.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit brengt buren bij elkaar.", document.QuerySelectorAll("span[lang=nl]").Select(span => span.TextContent));
        Assert.Contains("We decide under the Subsidieregeling bewonersinitiatieven Oldenzaal. It rests on:", document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(document.Body.TextContent, sign => sign is >= '\uE000' and <= '\uE003');
    }

    [Fact]
    public async Task MailLayout_WithAButton_ReadsWithoutItsStyleSheet()
    {
        var document = await Rendered.Of<MailLayout>(new { Subject = "Nieuwe aanvraag", Preheader = "Escaperoom", ChildContent = Rendered.Text("Beste Sanne") });

        Assert.Equal("Escaperoom", document.Body!.FirstElementChild!.TextContent);
        Assert.Contains("max-width:600px", document.QuerySelector(".mail-sheet")!.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("table, img, script, link"));
    }

    [Fact]
    public async Task RenderAsync_InAnyCulture_IsDutchAndLeavesTheCallersCulture()
    {
        var before = CultureInfo.CurrentCulture;

        var document = await Rendered.Of<Timeline>(new { Steps = new TimelineStep[] { new("Besluit", StepState.Next, new DateOnly(2027, 3, 1)) } });

        Assert.Equal("1 maart 2027", document.QuerySelector("time")!.TextContent);
        Assert.Same(before, CultureInfo.CurrentCulture);
    }
}
