using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Initiatiefloket.Documents;

/// <summary>
/// Office files: a zip that says inside which kind it is (ODF 1.3 part 2, 3.3; ECMA-376 part 2). Read whole, within bounds, because a
/// damaged, locked or overfull one should be refused while whoever sent it is still there. Programs in it are refused; names of authors and
/// links to elsewhere stay.
/// </summary>
internal static class OfficeFile
{
    private static readonly DocumentKind[] OpenDocuments = [DocumentKind.Odt, DocumentKind.Ods];

    /// <summary>Recognises an office file.</summary>
    public static ContentRead Read(byte[] file)
    {
        if (!ZipTail.EndsExactly(file))
        {
            return DocumentProblem.Damaged;
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (ZipBounds.FindProblem(zip) is { } problem)
            {
                return problem;
            }

            return zip.GetEntry("mimetype") is { } type ? ReadOpenDocument(zip, type, file) : ReadOpenXml(zip, file);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            return DocumentProblem.Damaged;
        }
    }

    private static ContentRead ReadOpenDocument(ZipArchive zip, ZipArchiveEntry type, byte[] file)
    {
        // Also the mark of templates and of other kinds begins with that of ours.
        var mark = TextOf(type).Trim();
        if (!OpenDocuments.Any(kind => kind.ContentType == mark))
        {
            return DocumentProblem.UnknownKind;
        }

        if (zip.GetEntry("content.xml") is null || zip.GetEntry("META-INF/manifest.xml") is not { } manifest)
        {
            return DocumentProblem.Damaged;
        }

        return TextOf(manifest).Contains("encryption-data", StringComparison.Ordinal) ? DocumentProblem.Encrypted
            : zip.Entries.Any(entry => IsIn(entry, "Basic/") || IsIn(entry, "Scripts/")) ? DocumentProblem.Macros
            : new ContentRead.Accepted(OpenDocuments.Single(kind => kind.ContentType == mark), file);
    }

    private static ContentRead ReadOpenXml(ZipArchive zip, byte[] file)
    {
        if (zip.GetEntry("[Content_Types].xml") is not { } types)
        {
            return DocumentProblem.UnknownKind;
        }

        using var content = types.Open();
        var parts = OpenXmlParts.Read(content);
        if (parts.HaveMacros || zip.Entries.Any(entry => entry.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            return DocumentProblem.Macros;
        }

        return parts.Kind is not { } kind ? DocumentProblem.UnknownKind
            : zip.GetEntry("_rels/.rels") is null ? DocumentProblem.Damaged
            : new ContentRead.Accepted(kind, file);
    }

    private static bool IsIn(ZipArchiveEntry entry, string folder) => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase);

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

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

/// <summary>Compound files (MS-CFB): Office until 2003, and newer Office files with a password.</summary>
internal static class OldOfficeFile
{
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Tells which of both it is, by the name of the stream that MS-OFFCRYPTO 2.3.1 prescribes.</summary>
    public static DocumentProblem Read(ReadOnlySpan<byte> file) =>
        file.IndexOf(EncryptedPackage) >= 0 ? DocumentProblem.Encrypted : DocumentProblem.OldOffice;
}
