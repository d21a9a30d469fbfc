namespace Initiatiefloket.Documents;

/// <summary>
/// PDF (ISO 32000-1, 7.5): a header at the very start, and at the end the place of the cross-reference table. Scripts, actions and
/// attachments in it are left alone, because it is never opened with any rights (<see cref="DocumentResult"/>); so is a password,
/// because many banks protect against changes only, which cannot be told from here.
/// </summary>
internal static class PdfFile
{
    // Readers look for the end within this reach (PDF 1.7 reference, implementation note 18).
    private const int EndReach = 1024;

    public static ContentRead Read(byte[] file)
    {
        ReadOnlySpan<byte> all = file;
        if (all.Length < 8 || all[5] is not ((byte)'1' or (byte)'2') || all[6] != '.')
        {
            return DocumentProblem.Damaged;
        }

        var from = Math.Max(0, all.Length - EndReach);
        var end = all[from..].LastIndexOf("%%EOF"u8);
        var table = all[from..].LastIndexOf("startxref"u8);
        if (end < 0 || table < 0 || table > end)
        {
            return DocumentProblem.Damaged;
        }

        // What stands behind the end is not the document's.
        return new ContentRead.Accepted(DocumentKind.Pdf, file.AsMemory(0, from + end + "%%EOF".Length));
    }
}
