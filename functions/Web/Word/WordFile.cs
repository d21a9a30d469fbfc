using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Initiatiefloket.Web;

/// <summary>Writes a text as a file of Word (ISO/IEC 29500), with its own headings, lists and tables, so that whoever goes on with it gives them another look in one go.</summary>
public static class WordFile
{
    internal const string Dutch = "nl-NL";

    // All of the width, in fiftieths of a percent.
    private const string WholeWidth = "5000";

    /// <summary>Writes the file.</summary>
    public static byte[] Write(WordText text)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = Readable(text.Title);
            package.PackageProperties.Creator = Readable(text.Author);
            package.PackageProperties.Language = Dutch;
            package.PackageProperties.Created = package.PackageProperties.Modified = text.MadeAt.UtcDateTime;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.MakeLists();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(AsWordIsNow()), new ThemeFontLanguages { Val = Dutch });
            main.Document = new Document(new Body([ParagraphOf(WordStyles.Title, text.Title), .. text.Blocks.SelectMany(PartsOf), Sheet()]));
        }

        return file.ToArray();
    }

    // Without it Word takes a file for one of 2007, and says so.
    private static CompatibilitySetting AsWordIsNow() =>
        new() { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" };

    private static IEnumerable<OpenXmlElement> PartsOf(WordBlock block) => block switch
    {
        WordBlock.Heading heading => [ParagraphOf(WordStyles.Heading, heading.Text)],
        WordBlock.Subheading heading => [ParagraphOf(WordStyles.Subheading, heading.Text)],
        WordBlock.Paragraph paragraph => [ParagraphOf(WordStyles.Text, paragraph.Text)],
        WordBlock.Bullets list => list.Items.Select(item => ParagraphOf(WordStyles.Bullets, item)),
        WordBlock.Numbers list => list.Items.Select(item => ParagraphOf(WordStyles.Numbers, item)),

        // Word joins a table to one that follows at once.
        WordBlock.Table table => [TableOf(table), ParagraphOf(WordStyles.Text, "")],
        _ => throw new UnreachableException(),
    };

    private static Paragraph ParagraphOf(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), RunOf(Readable(text)));

    private static Run RunOf(string text) => new(text.Split('\n').SelectMany((line, index) => LineOf(line, isFirst: index == 0)));

    private static IEnumerable<OpenXmlElement> LineOf(string line, bool isFirst)
    {
        if (!isFirst)
        {
            yield return new Break();
        }

        yield return new Text(line) { Space = SpaceProcessingModeValues.Preserve };
    }

    private static Table TableOf(WordBlock.Table table) => new(
    [
        new TableProperties(
            new TableStyle { Val = WordStyles.Table },
            new TableWidth { Width = WholeWidth, Type = TableWidthUnitValues.Pct },
            new TableLook { FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true }),
        new TableGrid(table.Header.Select(_ => new GridColumn { Width = (WordStyles.TextWidth / table.Header.Count).ToString(CultureInfo.InvariantCulture) })),
        RowOf(table.Header, WordStyles.ColumnName, new TableRowProperties(new CantSplit(), new TableHeader())),
        .. table.Rows.Select(row => RowOf(row, WordStyles.Cell, new TableRowProperties(new CantSplit()))),
    ]);

    private static TableRow RowOf(IEnumerable<string> cells, string style, TableRowProperties properties) =>
        new([properties, .. cells.Select(cell => new TableCell(ParagraphOf(style, cell)))]);

    private static SectionProperties Sheet() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1418, Bottom = 1418, Left = 1418, Right = 1418, Header = 709, Footer = 709, Gutter = 0 });

    // XML has no place for control characters and halves of a sign, whoever typed them.
    private static string Readable(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' || !(Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE))
            {
                readable.Append(rune.ToString());
            }
            else if (rune.Value is '\t')
            {
                readable.Append(' ');
            }
        }

        return readable.ToString();
    }
}
