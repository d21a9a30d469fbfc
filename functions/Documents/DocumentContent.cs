using System.Globalization;

namespace Initiatiefloket.Documents;

/// <summary>Recognises files by their content. The browser's word is not asked for, the name only to explain a refusal.</summary>
internal static class DocumentContent
{
    /// <summary>Recognises a file and leaves out of it what is not to be kept.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="budget">What may be unpacked.</param>
    public static ContentRead Read(byte[] file, string name, UploadBudget budget)
    {
        var read = ByFirstBytes(file, name, budget);
        return read switch
        {
            ContentRead.Accepted { Kind: DocumentKind.Pdf } pdf when ZipTail.EndsExactly(pdf.Bytes.Span) => DocumentProblem.TwoKinds,
            ContentRead.Accepted { Kind: DocumentKind.Jpeg or DocumentKind.Png } image when HidesAnother(image.Bytes.Span) => DocumentProblem.TwoKinds,
            ContentRead.Accepted { Kind: not DocumentKind.Pdf } office when PdfFile.IndexOfHeader(office.Bytes.Span) >= 0 => DocumentProblem.TwoKinds,
            ContentRead.Picture when HidesAnother(file) => DocumentProblem.TwoKinds,
            _ => read,
        };
    }

    private static bool HidesAnother(ReadOnlySpan<byte> image) => PdfFile.IndexOfHeader(image) >= 0 || ZipTail.EndsExactly(image);

    private static ContentRead ByFirstBytes(byte[] file, string name, UploadBudget budget)
    {
        ReadOnlySpan<byte> start = file;
        return start switch
        {
            _ when PdfFile.IndexOfHeader(start) == 0 => PdfFile.Read(file),
            _ when start.StartsWith(JpegFile.Signature) => JpegFile.Read(file),
            _ when start.StartsWith(PngFile.Signature) => PngFile.Read(file),
            _ when start.StartsWith("PK\x03\x04"u8) => OfficeFile.Read(file, budget),
            _ when IsHeic(start) => new ContentRead.Picture(PictureFormat.Heic, file),
            _ when IsWebP(start) => new ContentRead.Picture(PictureFormat.WebP, file),
            _ when TiffFile.IsOne(start) => TiffFile.Read(file),
            _ when start.StartsWith(OldOfficeFile.Signature) => OldOfficeFile.Read(start),
            _ when PdfFile.IndexOfHeader(start) > 0 => PdfFile.Read(file),
            _ when PromisesAKnownKind(name) => DocumentProblem.NotWhatItSays,
            _ => DocumentProblem.UnknownKind,
        };
    }

    // ISO base media file with a brand of HEIF.
    private static bool IsHeic(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8)
        && (start[8..11].SequenceEqual("hei"u8) || start[8..11].SequenceEqual("hev"u8) || start[8..12].SequenceEqual("mif1"u8));

    private static bool IsWebP(ReadOnlySpan<byte> start) => start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8);

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

    /// <summary>A photo that is taken if it can be decoded (<see cref="Pictures"/>).</summary>
    /// <param name="Format">What it is.</param>
    /// <param name="Bytes">What to decode of it.</param>
    public sealed record Picture(PictureFormat Format, ReadOnlyMemory<byte> Bytes) : ContentRead;

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
