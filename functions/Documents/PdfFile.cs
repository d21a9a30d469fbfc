using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Initiatiefloket.Documents;

/// <summary>
/// PDF (ISO 32000-1, 7.5): a header, and at the end the place of the cross-reference table. What other programs put before and behind is
/// left out, unless it is a file of its own. Scripts, actions and attachments in it are left alone, because it is never opened with any
/// rights (<see cref="DocumentResult"/>).
/// </summary>
internal static partial class PdfFile
{
    // How far from the start readers look for the header, and between which bounds for the table (PDF 1.7 reference, implementation notes 13 and 18).
    private const int Reach = 1024;
    private const int HeaderBytes = 8;

    /// <summary>Where the header is; negative when there is none that readers find.</summary>
    public static int IndexOfHeader(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, Reach + "%PDF-"u8.Length)].IndexOf("%PDF-"u8);

    /// <summary>Recognises a PDF.</summary>
    /// <param name="file">A file with a header of PDF.</param>
    public static ContentRead Read(byte[] file)
    {
        ReadOnlySpan<byte> all = file;
        var start = IndexOfHeader(all);
        if (ForeignFile.IsIn(all[..start]))
        {
            return DocumentProblem.TwoKinds;
        }

        var end = all.LastIndexOf("%%EOF"u8);
        if (all.Length < start + HeaderBytes || all[start + 5] is not ((byte)'1' or (byte)'2') || all[start + 6] != '.' || end < start + HeaderBytes)
        {
            return DocumentProblem.Damaged;
        }

        var from = Math.Max(start, end - Reach);
        var table = all[from..end].LastIndexOf("startxref"u8);
        var behind = all[(end + "%%EOF"u8.Length)..];
        return table < 0 ? DocumentProblem.Damaged
            : ForeignFile.IsIn(behind) ? DocumentProblem.TwoKinds
            : behind.IndexOf(" obj"u8) >= 0 ? DocumentProblem.Damaged // It goes on, and was cut off before its last end.
            : Accept(file[..(end + "%%EOF"u8.Length)], start, from + table);
    }

    private static ContentRead Accept(byte[] file, int start, int table)
    {
        if (PdfPassword.IsAsked(file))
        {
            return DocumentProblem.Encrypted;
        }

        return new ContentRead.Accepted(DocumentKind.Pdf, CountsFromTheFirstByte(file, start, table) ? WithHeaderInFront(file, start) : file.AsMemory(start));
    }

    /// <summary>Whether the places in the file count what stands before its header: programs write both.</summary>
    private static bool CountsFromTheFirstByte(ReadOnlySpan<byte> file, int start, int table)
    {
        var digits = file[(table + "startxref"u8.Length)..].TrimStart(" \r\n\t"u8);
        digits = digits[..Math.Max(0, digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9'))];
        return start > 0 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && HasTableAt(file, place);
    }

    // The word, or an object that holds the table (7.5.8).
    private static bool HasTableAt(ReadOnlySpan<byte> file, int place) =>
        place > 0 && place < file.Length && !char.IsAsciiDigit((char)file[place - 1])
        && Table().IsMatch(Encoding.Latin1.GetString(file[place..Math.Min(file.Length, place + 24)]));

    // Blank lines in the place of what stood before it: everything else stays where the table says it is.
    private static byte[] WithHeaderInFront(byte[] file, int start) =>
        [.. file.AsSpan(start, HeaderBytes), .. Enumerable.Repeat((byte)'\n', start), .. file.AsSpan(start + HeaderBytes)];

    [GeneratedRegex(@"^(?:xref|[0-9]+\s+[0-9]+\s+obj)", RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}

/// <summary>Recognises the beginning of other files in bytes that should hold none.</summary>
internal static class ForeignFile
{
    /// <summary>Programs and pages, by which others than readers of PDF may take the file for theirs; images, archives and other documents.</summary>
    private static readonly string[] Anywhere =
    [
        "<html", "<!doctype", "<script", "<svg", "<?xml", "<?php", "\u007fELF", "This program cannot", "%!PS", "{\\rtf",
        "PK\u0003\u0004", "PK\u0005\u0006", "Rar!\u001a", "7z\u00bc\u00af", "\u00d0\u00cf\u0011\u00e0", "\u00ff\u00d8\u00ff", "\u0089PNG", "GIF8",
    ];

    // Too short to mean anything elsewhere.
    private static readonly string[] AtTheStart = ["MZ", "#!", "\u001f\u008b", "BZh", "\u00ca\u00fe\u00ba\u00be", "Cr24"];

    /// <summary>Whether another file begins in these bytes.</summary>
    public static bool IsIn(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes.Trim("\0 \t\r\n"u8));
        return Anywhere.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase))
            || AtTheStart.Any(sign => text.StartsWith(sign, StringComparison.Ordinal));
    }
}
