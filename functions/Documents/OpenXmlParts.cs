using System.Xml;

namespace Initiatiefloket.Documents;

/// <summary>What the list of content types of an Office Open XML file names (ECMA-376 part 2, 10.1.2).</summary>
/// <param name="Kind">Which of our kinds the main part is; null when it is none.</param>
/// <param name="HaveMacros">Whether a part is a program: VBA, macros of Excel 4, ActiveX.</param>
internal sealed record OpenXmlParts(DocumentKind? Kind, bool HaveMacros)
{
    private const string Prefix = "application/vnd.openxmlformats-officedocument.";
    private const string Word = Prefix + "wordprocessingml.document.main+xml";
    private const string Excel = Prefix + "spreadsheetml.sheet.main+xml";

    private static readonly string[] Programs = ["macro", "vba", "activex"];
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <exception cref="XmlException">It is no XML, or has a DTD.</exception>
    public static OpenXmlParts Read(Stream contentTypes)
    {
        var parts = new OpenXmlParts(null, false);
        using var reader = XmlReader.Create(contentTypes, Safe);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" or "Default" } && reader.GetAttribute("ContentType") is { } type)
            {
                parts = parts.With(type);
            }
        }

        return parts;
    }

    private OpenXmlParts With(string type) => new(
        type.Equals(Word, StringComparison.OrdinalIgnoreCase) ? DocumentKind.Docx
        : type.Equals(Excel, StringComparison.OrdinalIgnoreCase) ? DocumentKind.Xlsx
        : Kind,
        HaveMacros || Programs.Any(program => type.Contains(program, StringComparison.OrdinalIgnoreCase)));
}
