using System.Globalization;

namespace Initiatiefloket.Documents;

/// <summary>Recognises files by their content. The browser's word is not asked for, the name only to explain a refusal.</summary>
internal static class DocumentContent
{
    /// <summary>How far from the start some readers of PDF still look for its header.</summary>
    private const int PdfReach = 1024;

    /// <summary>Recognises a file and leaves out of it what is not to be kept.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">Its name.</param>
    public static ContentRead Read(byte[] file, string name)
    {
        var read = ByFirstBytes(file, name);
        if (read is ContentRead.Accepted { Kind: not DocumentKind.Pdf } other && IndexOfPdf(other.Bytes.Span) >= 0)
        {
            return DocumentProblem.TwoKinds;
        }

        return read is ContentRead.Accepted { Kind: DocumentKind.Pdf or DocumentKind.Jpeg or DocumentKind.Png } taken && ZipTail.EndsExactly(taken.Bytes.Span)
            ? DocumentProblem.TwoKinds
            : read;
    }

    private static ContentRead ByFirstBytes(byte[] file, string name)
    {
        ReadOnlySpan<byte> start = file;
        return start switch
        {
            _ when start.StartsWith("%PDF-"u8) => PdfFile.Read(file),
            _ when start.StartsWith(JpegFile.Signature) => JpegFile.Read(file),
            _ when start.StartsWith(PngFile.Signature) => PngFile.Read(file),
            _ when start.StartsWith("PK\x03\x04"u8) => OfficeFile.Read(file),
            _ when IsHeic(start) => DocumentProblem.Heic,
            _ when start.StartsWith(OldOfficeFile.Signature) => OldOfficeFile.Read(start),
            _ when IndexOfPdf(start) > 0 => DocumentProblem.TwoKinds,
            _ when PromisesAKnownKind(name) => DocumentProblem.NotWhatItSays,
            _ => DocumentProblem.UnknownKind,
        };
    }

    private static int IndexOfPdf(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, PdfReach)].IndexOf("%PDF-"u8);

    // ISO base media file with a brand of HEIF.
    private static bool IsHeic(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8)
        && (start[8..11].SequenceEqual("hei"u8) || start[8..11].SequenceEqual("hev"u8) || start[8..12].SequenceEqual("mif1"u8));

    private static bool PromisesAKnownKind(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is { Length: > 0 } extension
        && DocumentKindExtensions.AllExtensions.Split(',').Contains(extension);
}

/// <summary>What a file turned out to be.</summary>
internal abstract record ContentRead
{
    private ContentRead()
    {
    }

    /// <summary>A file that we take.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Bytes">What to keep of it.</param>
    public sealed record Accepted(DocumentKind Kind, ReadOnlyMemory<byte> Bytes) : ContentRead;

    /// <summary>A file that we do not take.</summary>
    public sealed record Refused(DocumentProblem Problem) : ContentRead;

    public static implicit operator ContentRead(DocumentProblem problem) => new Refused(problem);
}

/// <summary>Sizes of files as people read them.</summary>
internal static class FileSize
{
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;

    /// <summary>"240 kB" or "2,4 MB", in the form of the current language; a small file is 1 kB.</summary>
    public static string Of(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / Kilobyte)} kB")
        : string.Create(CultureInfo.CurrentCulture, $"{(double)bytes / Megabyte:0.#} MB");
}
