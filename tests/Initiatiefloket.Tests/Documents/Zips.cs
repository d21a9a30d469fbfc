using System.IO.Compression;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Small office files, made here of their parts.</summary>
internal static class Zips
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    public static readonly (string Name, string Content) Manifest = ("META-INF/manifest.xml", "<manifest:manifest/>");
    public static readonly (string Name, string Content) Body = ("content.xml", "<office:document-content/>");
    public static readonly (string Name, string Content) Relations = ("_rels/.rels", "<Relationships/>");
    public static readonly string Word = OpenXml + "wordprocessingml.document.main+xml";
    public static readonly string Excel = OpenXml + "spreadsheetml.sheet.main+xml";
    public static readonly DateTimeOffset Day = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Odt { get; } = Of(OpenDocument("text"), Body, Manifest);

    public static byte[] Ods { get; } = Of(OpenDocument("spreadsheet"), Body, Manifest);

    public static byte[] Docx { get; } = Of(Types(Word), Relations, ("word/document.xml", "<w:document/>"));

    public static byte[] Xlsx { get; } = Of(Types(Excel), Relations, ("xl/workbook.xml", "<workbook/>"));

    public static (string Name, string Content) OpenDocument(string kind) => ("mimetype", $"application/vnd.oasis.opendocument.{kind}");

    public static (string Name, string Content) Types(params IReadOnlyList<string> types) =>
        ("[Content_Types].xml", $"<Types>{string.Concat(types.Select(type => $"<Override PartName=\"/part\" ContentType=\"{type}\"/>"))}</Types>");

    public static byte[] Of(params IReadOnlyList<(string Name, string Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                Add(zip, name, Encoding.UTF8.GetBytes(content));
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

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        entry.LastWriteTime = Day;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
