using System.IO.Compression;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Small office files, made here of their parts.</summary>
internal static class Zips
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The names of ODF that files of the tests use.</summary>
    public const string OdfNames =
        "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0' " +
        "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' " +
        "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:script='urn:oasis:names:tc:opendocument:xmlns:script:1.0' " +
        "xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'";

    public const string WordNames = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:o='urn:schemas-microsoft-com:office:office'";

    public static readonly (string Name, string Content) Manifest = ("META-INF/manifest.xml", $"<manifest:manifest {OdfNames}/>");
    public static readonly (string Name, string Content) Body = ("content.xml", $"<office:document-content {OdfNames}/>");
    public static readonly (string Name, string Content) Relations = ("_rels/.rels", "<Relationships/>");
    public static readonly string Word = OpenXml + "wordprocessingml.document.main+xml";
    public static readonly string Excel = OpenXml + "spreadsheetml.sheet.main+xml";
    public static readonly DateTimeOffset Day = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Odt { get; } = Of(OpenDocument("text"), Body, Manifest);

    public static byte[] Ods { get; } = Of(OpenDocument("spreadsheet"), Body, Manifest);

    public static byte[] Docx { get; } = Of(Types(Word), Relations, ("word/document.xml", $"<w:document {WordNames}/>"));

    public static byte[] Xlsx { get; } = Of(Types(Excel), Relations, ("xl/workbook.xml", "<workbook/>"));

    /// <summary>The parts of a small XLSX, to put others beside.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> PartsOfXlsx { get; } = AsBytes(Types(Excel), Relations, ("xl/workbook.xml", "<workbook/>"));

    /// <summary>The parts of a small DOCX without its text, to put others beside.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> PartsOfDocx { get; } = AsBytes(Types(Word), Relations);

    public static (string Name, string Content) OpenDocument(string kind) => ("mimetype", $"application/vnd.oasis.opendocument.{kind}");

    public static (string Name, string Content) Types(params IReadOnlyList<string> types) =>
        ("[Content_Types].xml", $"<Types>{string.Concat(types.Select(type => $"<Override PartName=\"/part\" ContentType=\"{type}\"/>"))}</Types>");

    public static byte[] Of(params IReadOnlyList<(string Name, string Content)> parts) => Of(AsBytes(parts));

    public static byte[] Of(IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                Add(zip, name, content);
            }
        }

        return file.ToArray();
    }

    /// <summary>A document with one more part, of so many zeros.</summary>
    public static byte[] WithZeros(int megabytes)
    {
        using var file = new MemoryStream();
        file.Write(Docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            using var part = zip.CreateEntry("word/media/zeros", CompressionLevel.Fastest).Open();
            for (var written = 0; written < megabytes; written++)
            {
                part.Write(zeros);
            }
        }

        return file.ToArray();
    }

    /// <summary>The same file with one byte of every local and central header changed.</summary>
    /// <param name="zip">The file.</param>
    /// <param name="afterLocal">Place of the byte in a local header; in a central one it stands two further.</param>
    /// <param name="value">The new value.</param>
    public static byte[] WithHeaders(byte[] zip, int afterLocal, byte value)
    {
        byte[] changed = [.. zip];
        for (var at = 0; at < changed.Length - 4; at++)
        {
            var rest = changed.AsSpan(at);
            if (rest.StartsWith("PK\x03\x04"u8))
            {
                changed[at + afterLocal] = value;
            }
            else if (rest.StartsWith("PK\x01\x02"u8))
            {
                changed[at + afterLocal + 2] = value;
            }
        }

        return changed;
    }

    private static IReadOnlyList<(string Name, byte[] Content)> AsBytes(params IReadOnlyList<(string Name, string Content)> parts) =>
        [.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content)))];

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        entry.LastWriteTime = Day;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
