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
    private const string OpenDocumentText = "application/vnd.oasis.opendocument.text";

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
        if (TextOf(type).Trim() != OpenDocumentText)
        {
            return DocumentProblem.UnknownKind;
        }

        if (zip.GetEntry("content.xml") is null || zip.GetEntry("META-INF/manifest.xml") is not { } manifest)
        {
            return DocumentProblem.Damaged;
        }

        return TextOf(manifest).Contains("encryption-data", StringComparison.Ordinal) ? DocumentProblem.Encrypted
            : zip.Entries.Any(entry => IsIn(entry, "Basic/") || IsIn(entry, "Scripts/")) ? DocumentProblem.Macros
            : new ContentRead.Accepted(DocumentKind.Odt, file);
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
