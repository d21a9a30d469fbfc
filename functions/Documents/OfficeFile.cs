using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Initiatiefloket.Documents;

/// <summary>
/// Office files: a zip that says inside which kind it is (ODF 1.3 part 2, 3.3; ECMA-376 part 2). Read whole, within bounds, because a
/// damaged, locked or overfull one should be refused while whoever sent it is still there. Whatever runs, embeds a foreign file or fetches
/// something when it is opened is refused (<see cref="OfficeXml"/>); names of authors and links that somebody has to click stay.
/// </summary>
internal static class OfficeFile
{
    // An office file may hold another one, as the numbers behind a chart; that one holds none.
    private const int Deepest = 1;
    private const string Drawing = ".vml";
    private const long MostXmlBytes = 50L * 1024 * 1024;
    private const long MostEmbeddedBytes = 25L * 1024 * 1024;

    private static readonly DocumentKind[] OpenDocuments = [DocumentKind.Odt, DocumentKind.Ods];
    private static readonly string[] XmlNames = [".xml", ".rels", Drawing, OfficeXml.Picture];

    private static ReadOnlySpan<byte> Signature => "PK\x03\x04"u8;

    /// <summary>Recognises an office file.</summary>
    public static ContentRead Read(byte[] file, UploadBudget budget)
    {
        try
        {
            return Read(file, new ZipPurse(file.Length, budget), depth: 0);
        }
        catch (OverfullException overfull)
        {
            return overfull.Problem;
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            return DocumentProblem.Damaged;
        }
    }

    private static ContentRead Read(byte[] file, ZipPurse purse, int depth)
    {
        if (!ZipTail.EndsExactly(file))
        {
            return DocumentProblem.Damaged;
        }

        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var kind = ZipBounds.FindProblem(zip) is { } problem ? problem
            : zip.GetEntry("mimetype") is { } type ? ReadOpenDocument(zip, type, file, purse)
            : ReadOpenXml(zip, file, purse);
        return kind is ContentRead.Accepted && zip.Entries.Select(entry => FindProblem(entry, purse, depth)).FirstOrDefault(found => found is not null) is { } inside
            ? inside
            : kind;
    }

    private static ContentRead ReadOpenDocument(ZipArchive zip, ZipArchiveEntry type, byte[] file, ZipPurse purse)
    {
        // Also the mark of templates and of other kinds begins with that of ours.
        var mark = Encoding.UTF8.GetString(BytesOf(type, purse, most: 200)).Trim();
        if (!OpenDocuments.Any(kind => kind.ContentType == mark))
        {
            return DocumentProblem.UnknownKind;
        }

        if (zip.GetEntry("content.xml") is null || zip.GetEntry("META-INF/manifest.xml") is not { } manifest)
        {
            return DocumentProblem.Damaged;
        }

        using var list = new UnpackedPart(manifest, purse) { Most = MostXmlBytes };
        return OfficeXml.Has(list, "encryption-data") ? DocumentProblem.Encrypted
            : zip.Entries.Any(entry => IsIn(entry, "Basic/") || IsIn(entry, "Scripts/")) ? DocumentProblem.Macros
            : new ContentRead.Accepted(OpenDocuments.Single(kind => kind.ContentType == mark), file);
    }

    private static ContentRead ReadOpenXml(ZipArchive zip, byte[] file, ZipPurse purse)
    {
        if (zip.GetEntry("[Content_Types].xml") is not { } types)
        {
            return DocumentProblem.UnknownKind;
        }

        using var content = new UnpackedPart(types, purse) { Most = MostXmlBytes };
        var parts = OpenXmlParts.Read(content);
        if (parts.HaveMacros || zip.Entries.Any(entry => entry.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            return DocumentProblem.Macros;
        }

        return parts.Kind is not { } kind ? DocumentProblem.UnknownKind
            : zip.GetEntry("_rels/.rels") is null ? DocumentProblem.Damaged
            : new ContentRead.Accepted(kind, file);
    }

    private static DocumentProblem? FindProblem(ZipArchiveEntry entry, ZipPurse purse, int depth)
    {
        using var part = new UnpackedPart(entry, purse);
        if (part.Start.StartsWith(OldOfficeFile.Signature))
        {
            return DocumentProblem.ForeignObject;
        }

        if (part.Start.StartsWith(Signature))
        {
            return FindProblemInside(entry, purse, depth);
        }

        var found = default(DocumentProblem?);
        if (IsXml(entry, part.Start))
        {
            part.Most = MostXmlBytes;
            try
            {
                found = OfficeXml.FindProblem(part, entry.FullName);
            }
            catch (XmlException) when (entry.Name.EndsWith(Drawing, StringComparison.OrdinalIgnoreCase))
            {
                // Excel writes HTML in its drawings of remarks. As anything else than a drawing no program reads it then.
            }
        }

        part.Finish();
        return found;
    }

    // Whatever it is called: programs go by what the file says elsewhere.
    private static bool IsXml(ZipArchiveEntry entry, ReadOnlySpan<byte> start)
    {
        var text = start.TrimStart("\uFEFF \t\r\n"u8);
        return start.Length > 0
            && (XmlNames.Any(name => entry.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                || text.StartsWith("<"u8) || start.StartsWith("\0<"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]));
    }

    private static DocumentProblem? FindProblemInside(ZipArchiveEntry entry, ZipPurse purse, int depth) =>
        depth >= Deepest ? DocumentProblem.ForeignObject
        : Read(BytesOf(entry, purse, MostEmbeddedBytes), purse, depth + 1) switch
        {
            ContentRead.Refused { Problem: DocumentProblem.UnknownKind or DocumentProblem.Damaged } => DocumentProblem.ForeignObject,
            ContentRead.Refused refused => refused.Problem,
            _ => null,
        };

    private static byte[] BytesOf(ZipArchiveEntry entry, ZipPurse purse, long most)
    {
        using var part = new UnpackedPart(entry, purse) { Most = most };
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        part.Finish();
        return bytes.ToArray();
    }

    private static bool IsIn(ZipArchiveEntry entry, string folder) => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
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

    /// <exception cref="XmlException">It is no XML, or has a DTD.</exception>
    public static OpenXmlParts Read(Stream contentTypes)
    {
        var parts = new OpenXmlParts(null, false);
        using var reader = OfficeXml.ReaderOf(contentTypes);
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
