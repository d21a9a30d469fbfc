using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Initiatiefloket.Tests.Web;

/// <summary>A file of Word as a program reads it.</summary>
/// <param name="Title">Title among its properties.</param>
/// <param name="Language">Language among its properties.</param>
/// <param name="Paragraphs">What stands in it, in order, with the style of each.</param>
/// <param name="HeaderCells">Cells of rows that are marked as header.</param>
/// <param name="Problems">What is wrong with it by ISO/IEC 29500.</param>
internal sealed record WordSeen(
    string? Title, string? Language, IReadOnlyList<(string Style, string Text)> Paragraphs, IReadOnlyList<string> HeaderCells, IReadOnlyList<string> Problems)
{
    public string Text => string.Join('\n', Paragraphs.Select(paragraph => paragraph.Text));

    public IReadOnlyList<string> Of(string style) => [.. Paragraphs.Where(paragraph => paragraph.Style == style).Select(paragraph => paragraph.Text)];

    public static WordSeen Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        var body = package.MainDocumentPart!.Document!.Body!;
        return new WordSeen(
            package.PackageProperties.Title,
            package.PackageProperties.Language,
            [.. body.Descendants<Paragraph>().Select(paragraph => (StyleOf(paragraph), TextOf(paragraph)))],
            [.. body.Descendants<TableRow>().Where(row => row.Descendants<TableHeader>().Any()).SelectMany(row => row.Elements<TableCell>()).Select(cell => cell.InnerText)],
            [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).Select(problem => $"{problem.Path?.XPath}: {problem.Description}"), .. UnknownStyles(package)]);
    }

    private static IEnumerable<string> UnknownStyles(WordprocessingDocument package)
    {
        var known = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!).ToHashSet();
        return package.MainDocumentPart.Document!.Body!.Descendants<Paragraph>().Select(StyleOf).Where(style => !known.Contains(style)).Distinct().Select(style => $"no style {style}");
    }

    private static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private static string TextOf(Paragraph paragraph) =>
        string.Concat(paragraph.Descendants<OpenXmlLeafElement>().Select(part => part switch { Text text => text.Text, Break => "\n", _ => "" }));
}
