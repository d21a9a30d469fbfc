using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Initiatiefloket.Web;

/// <summary>The styles of a text in Word: those that Word itself knows by these names, so that a house style takes them over.</summary>
internal static class WordStyles
{
    public const string Text = "Normal";
    public const string Title = "Title";
    public const string Heading = "Heading1";
    public const string Subheading = "Heading2";
    public const string Bullets = "ListBullet";
    public const string Numbers = "ListNumber";
    public const string Table = "TableGrid";
    public const string Cell = "TableText";
    public const string ColumnName = "TableHeading";

    /// <summary>Width between the margins of a page, in twentieths of a point.</summary>
    public const int TextWidth = 9070;

    private const int WithBullets = 1;
    private const int WithNumbers = 2;

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" },
                new FontSize { Val = "22" },
                new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = WordFile.Dutch })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = Text, Default = true },
        HeadingOf(Title, "Title", level: null, size: 40),
        HeadingOf(Heading, "heading 1", level: 0, size: 30),
        HeadingOf(Subheading, "heading 2", level: 1, size: 25),
        ListOf(Bullets, "List Bullet", WithBullets),
        ListOf(Numbers, "List Number", WithNumbers),
        new Style(new StyleName { Val = "Table Grid" }, new StyleTableProperties(Borders(), Padding())) { Type = StyleValues.Table, StyleId = Table },
        new Style(new StyleName { Val = "Table Text" }, new BasedOn { Val = Text }, new PrimaryStyle(), new StyleParagraphProperties(Tight())) { Type = StyleValues.Paragraph, StyleId = Cell, CustomStyle = true },
        new Style(
            new StyleName { Val = "Table Heading" },
            new BasedOn { Val = Cell },
            new PrimaryStyle(),
            new StyleParagraphProperties(new KeepNext()),
            new StyleRunProperties(new Bold()))
        { Type = StyleValues.Paragraph, StyleId = ColumnName, CustomStyle = true });

    public static Numbering MakeLists() => new(
        ListOf(WithBullets, NumberFormatValues.Bullet, "•"),
        ListOf(WithNumbers, NumberFormatValues.Decimal, "%1."),
        new NumberingInstance(new AbstractNumId { Val = WithBullets }) { NumberID = WithBullets },
        new NumberingInstance(new AbstractNumId { Val = WithNumbers }) { NumberID = WithNumbers });

    private static Style HeadingOf(string id, string name, int? level, int size)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = level is null ? "0" : "240", After = "120" });
        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        return new Style(
            new StyleName { Val = name },
            new BasedOn { Val = Text },
            new NextParagraphStyle { Val = Text },
            new PrimaryStyle(),
            paragraph,
            new StyleRunProperties(new Bold(), new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) }))
        { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static Style ListOf(string id, string name, int numbering) => new(
        new StyleName { Val = name },
        new BasedOn { Val = Text },
        new PrimaryStyle(),
        new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = numbering })))
    { Type = StyleValues.Paragraph, StyleId = id };

    private static AbstractNum ListOf(int id, NumberFormatValues format, string mark) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = mark },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };

    private static SpacingBetweenLines Tight() => new() { Before = "40", After = "40", Line = "252", LineRule = LineSpacingRuleValues.Auto };

    private static TableBorders Borders() => new(
        Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>());

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    private static TableCellMarginDefault Padding() => new(
        new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa });
}
