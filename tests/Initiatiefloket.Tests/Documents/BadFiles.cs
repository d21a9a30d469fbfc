using System.Text;
using Initiatiefloket.Documents;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Files that are not to be taken, under the name of what is wrong with them, and what the answer is.</summary>
internal static class BadFiles
{
    private const DocumentProblem Unknown = DocumentProblem.UnknownKind;
    private const DocumentProblem Other = DocumentProblem.NotWhatItSays;
    private const DocumentProblem Damaged = DocumentProblem.Damaged;
    private const DocumentProblem Two = DocumentProblem.TwoKinds;
    private const DocumentProblem Macros = DocumentProblem.Macros;

    private static readonly byte[] Exe = [.. "MZ"u8, .. new byte[200]];

    public static IReadOnlyDictionary<string, BadFile> All { get; } = new Dictionary<string, BadFile>(
        [.. Foreign(), .. BadPdfs(), .. BadJpegs(), .. BadPngs(), .. BadZips(), .. BadOffice()]);

    private static IEnumerable<KeyValuePair<string, BadFile>> Foreign() =>
    [
        Bad("program", "setup.exe", Exe, Unknown),
        Bad("program called PDF", "brief.pdf", Exe, Other),
        Bad("program called JPEG in capitals", "FOTO.JPG", Exe, Other),
        Bad("page called PNG", "foto.png", "<html><script>alert(1)</script>"u8, Other),
        Bad("page", "pagina.html", "<!DOCTYPE html>"u8, Unknown),
        Bad("SVG", "logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8, Unknown),
        Bad("GIF", "dans.gif", "GIF89a\u0001"u8, Unknown),
        Bad("GIF called JPEG", "dans.jpeg", "GIF89a\u0001"u8, Other),
        Bad("WebP", "foto.webp", "RIFF\u0010\0\0\0WEBPVP8 "u8, Damaged),
        Bad("TIFF", "scan.tiff", "II*\0\u0008\0\0\0"u8, Damaged),
        Bad("TIFF of two pages", "scan.tiff", Tiffs.TwoPages, DocumentProblem.SeveralPages),
        Bad("TIFF in a circle", "scan.tiff", Tiffs.Circle, Damaged),
        Bad("TIFF that is not as large as it says", "scan.tiff", Tiffs.Huge, DocumentProblem.TooManyPixels),
        Bad("WebP cut in half", "foto.webp", WebPs.Plain.AsSpan(0, WebPs.Plain.Length / 2), Damaged),
        Bad("WebP before a zip", "foto.webp", [.. WebPs.Plain, .. Zips.Docx], Two),
        Bad("HEIC cut in half", "IMG_2.HEIC", Heics.Plain.AsSpan(0, Heics.Plain.Length / 2), DocumentProblem.Heic),
        Bad("HEIC of 160 million pixels", "IMG_3.HEIC", Heics.Huge, DocumentProblem.TooManyPixels),
        Bad("BMP", "foto.bmp", "BM\u0036\0\0\0"u8, Unknown),
        Bad("text", "plan.txt", "Wij willen een moestuin."u8, Unknown),
        Bad("text called DOCX", "plan.docx", "Wij willen een moestuin."u8, Other),
        Bad("one byte", "a.pdf", "%"u8, Other),
        Bad("zeros", "leeg", new byte[4096], Unknown),
        Bad("no name", "", "niets"u8, Unknown),
        Bad("film", "film.mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0], Unknown),
        Bad("HEIC", "IMG_1.HEIC", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], DocumentProblem.Heic),
        Bad("HEIC called JPEG", "IMG_1.jpg", [0, 0, 0, 24, .. "ftypmif1"u8, 0, 0, 0, 0], DocumentProblem.Heic),
        Bad("RAR", "alles.rar", "Rar!\x1A\a\0"u8, Unknown),
        Bad("gzip", "alles.gz", [0x1F, 0x8B, 8, 0], Unknown),
        Bad("RTF", "brief.rtf", @"{\rtf1\ansi}"u8, Unknown),
        Bad("PostScript", "poster.ps", "%!PS-Adobe-3.0"u8, Unknown),
        Bad("old Word", "brief.doc", [.. OldOfficeFile.Signature, .. new byte[500]], DocumentProblem.OldOffice),
        Bad("DOCX with a password", "brief.docx", [.. OldOfficeFile.Signature, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage")], DocumentProblem.Encrypted),
    ];

    private static IEnumerable<KeyValuePair<string, BadFile>> BadPdfs() =>
    [
        Bad("PDF header only", "a.pdf", "%PDF-1.7\n"u8, Damaged),
        Bad("PDF header cut", "a.pdf", "%PDF-"u8, Damaged),
        Bad("PDF of version 9", "a.pdf", [.. "%PDF-9"u8, .. Pdfs.OnePage[6..]], Damaged),
        Bad("PDF cut in half", "a.pdf", Pdfs.OnePage.AsSpan(0, Pdfs.OnePage.Length / 2), Damaged),
        Bad("PDF without its last line", "a.pdf", Pdfs.OnePage.AsSpan(..^6), Damaged),
        Bad("PDF without its table", "a.pdf", Replace(Pdfs.OnePage, "startxref", "startxxxx"), Damaged),
        Bad("PDF behind a page", "a.pdf", [.. "<script>alert(1)</script>"u8, .. Pdfs.OnePage], Two),
        Bad("PDF behind a page and blank lines", "a.pdf", [.. "\r\n\r\n  <!DOCTYPE html>"u8, .. Pdfs.OnePage], Two),
        Bad("PDF behind a program", "a.pdf", [.. Exe, .. Pdfs.OnePage], Two),
        Bad("PDF behind a zip", "a.pdf", [.. "\n"u8, .. Zips.Of(("a", "b")), .. Pdfs.OnePage], Two),
        Bad("PDF behind more than readers skip", "a.pdf", [.. new byte[1025], .. Pdfs.OnePage], Other),
        Bad("PDF before a page", "a.pdf", [.. Pdfs.OnePage, .. "\r\n<HTML><body onload=alert(1)>"u8], Two),
        Bad("PDF before a program", "a.pdf", [.. Pdfs.OnePage, .. new byte[5000], .. Exe], Two),
        Bad("PDF before a small zip", "a.pdf", [.. Pdfs.OnePage, .. Zips.Of(("a.txt", "verstopt"))], Two),
        Bad("PDF that goes on and was cut off", "a.pdf", [.. Pdfs.OnePage, .. "3 0 obj\n<</Type/Page/Contents 4 0 R"u8], Damaged),
        Bad("PDF with a password", "a.pdf", Pdfs.Encrypted(Encryptions.WithPassword["R 6"]), DocumentProblem.Encrypted),
        Bad("PDF with a password, behind a line end", "a.pdf", [.. "\n"u8, .. Pdfs.Encrypted(Encryptions.WithPassword["R 3"])], DocumentProblem.Encrypted),
        Bad("PDF before a large zip", "a.pdf", [.. Pdfs.OnePage, .. Zips.Of(("a", string.Concat(Enumerable.Range(0, 900))))], Two),
        Bad("PDF in the comment of a zip", "a.pdf", [.. Pdfs.OnePage[..^6], .. "PK\x05\x06"u8, .. new byte[16], 5, 0, .. "%%EOF"u8], Two),
    ];

    private static IEnumerable<KeyValuePair<string, BadFile>> BadJpegs() =>
    [
        Bad("JPEG start only", "a.jpg", [0xFF, 0xD8, 0xFF], Damaged),
        Bad("JPEG start and end", "a.jpg", [.. Jpegs.Start, .. Jpegs.End], Damaged),
        Bad("JPEG without frame", "a.jpg", [.. Jpegs.Start, .. Jpegs.Scan, .. Jpegs.End], Damaged),
        Bad("JPEG without scan", "a.jpg", [.. Jpegs.Start, .. Jpegs.Frame(8, 8), .. Jpegs.End], Damaged),
        Bad("JPEG without end", "a.jpg", Jpegs.Plain.AsSpan(..^2), Damaged),
        Bad("JPEG cut in a segment", "a.jpg", Jpegs.Plain.AsSpan(..30), Damaged),
        Bad("JPEG cut in a length", "a.jpg", [.. Jpegs.Start, 0xFF, 0xE1, 0], Damaged),
        Bad("JPEG with a segment of length 0", "a.jpg", [.. Jpegs.Start, 0xFF, 0xE1, 0, 0, .. Jpegs.Plain[2..]], Damaged),
        Bad("JPEG with a segment of length 1", "a.jpg", [.. Jpegs.Start, 0xFF, 0xE1, 0, 1, .. Jpegs.Plain[2..]], Damaged),
        Bad("JPEG with a segment past the end", "a.jpg", [.. Jpegs.Start, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2, 3], Damaged),
        Bad("JPEG with bytes between segments", "a.jpg", [.. Jpegs.Start, .. Jpegs.Jfif, 1, 2, .. Jpegs.Plain[20..]], Damaged),
        Bad("JPEG of fill bytes", "a.jpg", [.. Jpegs.Start, .. Enumerable.Repeat((byte)0xFF, 500)], Damaged),
        Bad("JPEG of width 0", "a.jpg", [.. Jpegs.Start, .. Jpegs.Frame(0, 8), .. Jpegs.Scan, .. Jpegs.End], Damaged),
        Bad("JPEG with a short frame", "a.jpg", [.. Jpegs.Start, .. Jpegs.Segment(0xC0, [8, 0]), .. Jpegs.Scan, .. Jpegs.End], Damaged),
        Bad("JPEG of 4 billion pixels", "a.jpg", [.. Jpegs.Start, .. Jpegs.Frame(65535, 65535), .. Jpegs.Scan, .. Jpegs.End], DocumentProblem.TooManyPixels),
        Bad("JPEG with a PDF in its tables", "a.jpg", Jpegs.Of(Jpegs.Segment(0xDB, "\0%PDF-1.4 1 0 obj"u8)), Two),
        Bad("JPEG with a zip in its last scan", "a.jpg", [.. Jpegs.Plain[..^2], .. "PK\x05\x06"u8, .. new byte[16], 2, 0, .. Jpegs.End], Two),
        Bad("lossless JPEG", "a.jpg", [0xFF, 0x4F, 0xFF, 0x51], Other),
    ];

    private static IEnumerable<KeyValuePair<string, BadFile>> BadPngs() =>
    [
        Bad("PNG signature only", "a.png", Pngs.Signature, Damaged),
        Bad("PNG with line ends changed", "a.png", [0x89, .. "PNG\n\x1A\n"u8, .. Pngs.Plain[8..]], Other),
        Bad("PNG without header", "a.png", [.. Pngs.Signature, .. Pngs.Pixels, .. Pngs.End], Damaged),
        Bad("PNG with two headers", "a.png", Pngs.Of(Pngs.Header(1, 1)), Damaged),
        Bad("PNG with a short header", "a.png", [.. Pngs.Signature, .. Pngs.Chunk("IHDR", [1, 2, 3]), .. Pngs.Pixels, .. Pngs.End], Damaged),
        Bad("PNG without pixels", "a.png", [.. Pngs.Signature, .. Pngs.Header(1, 1), .. Pngs.End], Damaged),
        Bad("PNG without end", "a.png", Pngs.Plain.AsSpan(..^12), Damaged),
        Bad("PNG cut in a chunk", "a.png", Pngs.Plain.AsSpan(..40), Damaged),
        Bad("PNG with a wrong checksum", "a.png", [.. Pngs.Plain[..20], 9, .. Pngs.Plain[21..]], Damaged),
        Bad("PNG with a chunk of 4 GB", "a.png", [.. Pngs.Signature, 0xFF, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, .. new byte[50]], Damaged),
        Bad("PNG with a chunk of 2 GB", "a.png", [.. Pngs.Signature, 0x7F, 0xFF, 0xFF, 0xF8, .. "IDAT"u8, .. new byte[50]], Damaged),
        Bad("PNG of height 0", "a.png", [.. Pngs.Signature, .. Pngs.Header(1, 0), .. Pngs.Pixels, .. Pngs.End], Damaged),
        Bad("PNG of 4 billion by 4 billion pixels", "a.png", [.. Pngs.Signature, .. Pngs.Header(uint.MaxValue, uint.MaxValue), .. Pngs.Pixels, .. Pngs.End], DocumentProblem.TooManyPixels),
        Bad("PNG as an iPhone program has it", "a.png", [.. Pngs.Signature, .. Pngs.Chunk("CgBI", [0x50, 0, 0x20, 2]), .. Pngs.Plain[8..]], Damaged),
        Bad("PNG with a PDF in its palette", "a.png", Pngs.Of(Pngs.Chunk("PLTE", "%PDF-1.4\n%%EOF"u8)), Two),
    ];

    private static IEnumerable<KeyValuePair<string, BadFile>> BadZips() =>
    [
        Bad("zip of photos", "fotos.zip", Zips.Of(("a.jpg", "a"), ("b.jpg", "b")), Unknown),
        Bad("zip without entries", "leeg.docx", "PK\x05\x06"u8.ToArray().Concat(new byte[18]).ToArray(), Other),
        Bad("zip start only", "a.docx", "PK\x03\x04"u8, Damaged),
        Bad("zip cut in half", "a.docx", Zips.Docx.AsSpan(0, Zips.Docx.Length / 2), Damaged),
        Bad("zip with a tail", "a.docx", [.. Zips.Docx, .. "tail"u8], Damaged),
        Bad("zip behind a program", "a.docx", [.. Exe, .. Zips.Docx], Other),
        Bad("zip with a PDF in front", "a.docx", Zips.Of([("%PDF-1.4", "x"), Zips.Types(Zips.Word), Zips.Relations]), Two),
        Bad("zip with a password", "a.docx", Zips.WithHeaders(Zips.Docx, 6, 1), DocumentProblem.Encrypted),
        Bad("zip packed in an unknown way", "a.docx", Zips.WithHeaders(Zips.Docx, 8, 99), Damaged),
        Bad("zip with wrong checksums", "a.docx", Zips.WithHeaders(Zips.Docx, 14, 7), Damaged),
        Bad("zip with an entry twice", "a.docx", Zips.Of(Zips.Types(Zips.Word), Zips.Relations, ("A", "1"), ("a", "2")), Damaged),
        Bad("zip that leaves its folder", "a.docx", Zips.Of(Zips.Types(Zips.Word), Zips.Relations, ("../../etc/passwd", "x")), Damaged),
        Bad("zip with a whole path", "a.docx", Zips.Of(Zips.Types(Zips.Word), Zips.Relations, ("/etc/passwd", "x")), Damaged),
        Bad("zip with a Windows path", "a.docx", Zips.Of(Zips.Types(Zips.Word), Zips.Relations, (@"word\document.xml", "x")), Damaged),
        Bad("zip of thousands of entries", "a.docx", Zips.Of([Zips.Types(Zips.Word), .. Enumerable.Range(0, 5000).Select(index => ($"{index}", ""))]), DocumentProblem.UnpacksTooLarge),
        Bad("zip bomb", "a.docx", Zips.WithZeros(251), DocumentProblem.UnpacksTooLarge),
        Bad("Java program", "a.jar", Zips.Of(("META-INF/MANIFEST.MF", "Main-Class: A"), ("A.class", "x")), Unknown),
        Bad("e-book", "a.epub", Zips.Of(("mimetype", "application/epub+zip")), Unknown),
    ];

    private static IEnumerable<KeyValuePair<string, BadFile>> BadOffice() =>
    [
        Bad("DOCX with macros, called DOCX", "a.docx", Zips.Of(Zips.Types("application/vnd.ms-word.document.macroEnabled.main+xml"), Zips.Relations), Macros),
        Bad("XLSM", "a.xlsm", Zips.Of(Zips.Types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), Zips.Relations), Macros),
        Bad("XLSX with macros of Excel 4", "a.xlsx", Zips.Of(Zips.Types(Zips.Excel, "application/vnd.ms-excel.macrosheet+xml"), Zips.Relations), Macros),
        Bad("DOCX with VBA in its list", "a.docx", Zips.Of(Zips.Types(Zips.Word, "application/vnd.ms-office.vbaProject"), Zips.Relations), Macros),
        Bad("DOCX with VBA that its list hides", "a.docx", Zips.Of(Zips.Types(Zips.Word), Zips.Relations, ("word/VBAproject.bin", "x")), Macros),
        Bad("DOCX with ActiveX", "a.docx", Zips.Of(Zips.Types(Zips.Word, "application/vnd.ms-office.activeX+xml"), Zips.Relations), Macros),
        Bad("ODT with Basic", "a.odt", Zips.Of(Zips.OpenDocument("text"), Zips.Body, Zips.Manifest, ("Basic/Standard/Module1.xml", "x")), Macros),
        Bad("ODT with Python", "a.odt", Zips.Of(Zips.OpenDocument("text"), Zips.Body, Zips.Manifest, ("Scripts/python/a.py", "x")), Macros),
        Bad("ODT with a password", "a.odt", Zips.Of(Zips.OpenDocument("text"), Zips.Body, ("META-INF/manifest.xml", $"<manifest:encryption-data {Zips.OdfNames}/>")), DocumentProblem.Encrypted),
        Bad("ODT without body", "a.odt", Zips.Of(Zips.OpenDocument("text"), Zips.Manifest), Damaged),
        Bad("ODT without manifest", "a.odt", Zips.Of(Zips.OpenDocument("text"), Zips.Body), Damaged),
        Bad("ODS with Basic", "a.ods", Zips.Of(Zips.OpenDocument("spreadsheet"), Zips.Body, Zips.Manifest, ("Basic/Standard/Module1.xml", "x")), Macros),
        Bad("ODS with a password", "a.ods", Zips.Of(Zips.OpenDocument("spreadsheet"), Zips.Body, ("META-INF/manifest.xml", $"<manifest:encryption-data {Zips.OdfNames}/>")), DocumentProblem.Encrypted),
        Bad("ODS without body", "a.ods", Zips.Of(Zips.OpenDocument("spreadsheet"), Zips.Manifest), Damaged),
        Bad("template of ODS", "a.ods", Zips.Of(Zips.OpenDocument("spreadsheet-template"), Zips.Body, Zips.Manifest), Unknown),
        Bad("ODP called ODT", "a.odt", Zips.Of(Zips.OpenDocument("presentation"), Zips.Body, Zips.Manifest), Unknown),
        Bad("PPTX", "a.pptx", Zips.Of(Zips.Types("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), Zips.Relations), Unknown),
        Bad("DOCX without relations", "a.docx", Zips.Of(Zips.Types(Zips.Word)), Damaged),
        Bad("DOCX with a broken list", "a.docx", Zips.Of(("[Content_Types].xml", "<Types><Override"), Zips.Relations), Damaged),
        Bad("DOCX with an empty list", "a.docx", Zips.Of(("[Content_Types].xml", ""), Zips.Relations), Damaged),
        Bad("DOCX that laughs a billion times", "a.docx", Zips.Of(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><Types>&c;</Types>"), Zips.Relations), Damaged),
        Bad("DOCX that reads a file of the server", "a.docx", Zips.Of(("[Content_Types].xml", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><Types/>"), Zips.Relations), Damaged),
    ];

    private static KeyValuePair<string, BadFile> Bad(string what, string name, ReadOnlySpan<byte> content, DocumentProblem answer) =>
        new(what, new BadFile(name, content.ToArray(), answer));

    private static byte[] Replace(byte[] file, string text, string by) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace(text, by, StringComparison.Ordinal));
}
