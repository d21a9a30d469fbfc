using ImageMagick;

namespace Initiatiefloket.Documents;

/// <summary>
/// Makes photos into files that every browser shows, and large ones smaller (docs/decisions/0012-photos.md). One at a time, because each takes
/// up to 350 MB: others wait their turn. What comes out goes through our own reader of JPEG or PNG, as if it had been sent so.
/// </summary>
public sealed class Pictures : IDisposable
{
    /// <summary>The longest side of a photo that was made anew, in pixels: enough to print on A4.</summary>
    internal const uint LongestSide = 2560;

    /// <summary>Photos that are larger are made smaller, in bytes.</summary>
    internal const int LargeBytes = 3 * 1024 * 1024;

    /// <summary>The most pixels that are decoded; the largest that phones make of their own accord have 48 million.</summary>
    internal const long MostPixels = 50_000_000;

    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    /// <summary>What was read, as it is to be kept: a photo decoded, a large one made smaller, everything else as it is.</summary>
    internal async Task<ContentRead> FinishAsync(ContentRead read, UploadBudget budget) => read switch
    {
        ContentRead.Picture picture => await InTurnAsync(() => Take(picture, budget), budget.Request),
        ContentRead.Accepted { Kind: DocumentKind.Jpeg or DocumentKind.Png, Bytes.Length: > LargeBytes } large =>
            await InTurnAsync(() => MakeSmaller(large, budget), budget.Request),
        _ => read,
    };

    private async Task<ContentRead> InTurnAsync(Func<ContentRead> make, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Not cancelled from outside: the turn is over when the memory is free again.
            return await Task.Run(make, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static ContentRead Take(ContentRead.Picture picture, UploadBudget budget)
    {
        var unreadable = picture.Format == PictureFormat.Heic ? DocumentProblem.Heic : DocumentProblem.Damaged;
        try
        {
            if (DecodedPicture.Measure(picture.Bytes, picture.Format) is not { } decodedBytes)
            {
                return DocumentProblem.TooManyPixels;
            }

            if (!budget.TrySpend(decodedBytes))
            {
                return DocumentProblem.TooMuchAtOnce;
            }

            using var decoded = DecodedPicture.From(picture.Bytes, picture.Format, budget.Request);
            return !decoded.IsWhole ? unreadable
                : picture is { Format: PictureFormat.JpegWithoutEnd, Bytes.Length: <= LargeBytes } small ? new ContentRead.Accepted(DocumentKind.Jpeg, small.Bytes)
                : Reread(decoded.ToJpeg());
        }
        catch (MagickException)
        {
            budget.Request.ThrowIfCancellationRequested();
            return unreadable;
        }
    }

    /// <summary>A smaller one, or the same when that does not work or gains nothing: it can be shown as it is.</summary>
    private static ContentRead MakeSmaller(ContentRead.Accepted large, UploadBudget budget)
    {
        try
        {
            var format = large.Kind == DocumentKind.Png ? PictureFormat.Png : PictureFormat.Jpeg;
            if (DecodedPicture.Measure(large.Bytes, format) is not { } decodedBytes)
            {
                return large;
            }

            if (!budget.TrySpend(decodedBytes))
            {
                return DocumentProblem.TooMuchAtOnce;
            }

            using var decoded = DecodedPicture.From(large.Bytes, format, budget.Request);
            if (!decoded.IsWhole)
            {
                return large;
            }

            var smaller = large.Kind == DocumentKind.Png && decoded.ToPng() is { Length: <= LargeBytes } png ? png : decoded.ToJpeg();
            return smaller.Length < large.Bytes.Length ? Reread(smaller) : large;
        }
        catch (MagickException)
        {
            budget.Request.ThrowIfCancellationRequested();
            return large;
        }
    }

    private static ContentRead Reread(byte[] made) => made.AsSpan().StartsWith(PngFile.Signature) ? PngFile.Read(made) : JpegFile.Read(made);
}
