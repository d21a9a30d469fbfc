using ImageMagick;

namespace Initiatiefloket.Documents;

/// <summary>A decoded photo: upright, no larger than needed, in the colours that browsers take for granted, without anything but pixels.</summary>
internal sealed class DecodedPicture : IDisposable
{
    // Each is a walk through all pixels; cameras and programs write up to ten or so.
    private const int MostScans = 32;
    private const uint Quality = 82;

    // Twice as much as needed, because the library rounds down to eighths: what comes out is never too small.
    private const uint EnoughToDecode = 2 * Pictures.LongestSide;

    private static readonly byte[] StartOfScan = [0xFF, JpegMarkers.StartOfScan];

    private readonly MagickImage _image = new();

    private DecodedPicture(CancellationToken cancellation)
    {
        _image.Progress += (_, progress) => progress.Cancel = cancellation.IsCancellationRequested;
        _image.Warning += (_, warning) => IsWhole &= warning.Exception is not MagickCorruptImageWarningException;
    }

    /// <summary>Whether the decoder found nothing missing.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>How many bytes a photo decodes to, a byte for each of three colours; null when it has too many pixels.</summary>
    /// <exception cref="MagickException">It cannot be decoded.</exception>
    public static long? Measure(ReadOnlyMemory<byte> bytes, PictureFormat format)
    {
        var info = Look(bytes.Span, format);
        var pixels = (long)info.Width * info.Height;
        return pixels > Pictures.MostPixels || (format.IsJpeg && bytes.Span.Count(StartOfScan) > MostScans) ? null : 3 * pixels;
    }

    /// <summary>Decodes a photo that was measured.</summary>
    /// <exception cref="MagickException">It cannot be decoded.</exception>
    public static DecodedPicture From(ReadOnlyMemory<byte> bytes, PictureFormat format, CancellationToken cancellation)
    {
        var info = Look(bytes.Span, format);
        var decoded = new DecodedPicture(cancellation);
        try
        {
            decoded.Read(bytes.Span, format, info);
            cancellation.ThrowIfCancellationRequested();
            return decoded;
        }
        catch
        {
            decoded.Dispose();
            throw;
        }
    }

    public byte[] ToJpeg()
    {
        // White paper behind what can be seen through.
        _image.BackgroundColor = MagickColors.White;
        _image.Alpha(AlphaAction.Remove);
        _image.Quality = Quality;
        return _image.ToByteArray(MagickFormat.Jpeg);
    }

    public byte[] ToPng() => _image.ToByteArray(MagickFormat.Png);

    public void Dispose()
    {
        _image.Dispose();
        if (!OperatingSystem.IsWindows())
        {
            // Otherwise much of it is kept for later.
            ResourceLimits.TrimMemory();
        }
    }

    private static MagickImageInfo Look(ReadOnlySpan<byte> bytes, PictureFormat format)
    {
        Magick.Begin();
        var info = new MagickImageInfo();
        info.Read(bytes, SettingsFor(format));
        return info;
    }

    // The format is said: the library is never to find out itself what a file is.
    private static MagickReadSettings SettingsFor(PictureFormat format) => new() { Format = format.Magick, FrameIndex = 0, FrameCount = 1 };

    private void Read(ReadOnlySpan<byte> bytes, PictureFormat format, MagickImageInfo info)
    {
        var settings = SettingsFor(format);
        var longest = Math.Max(info.Width, info.Height);
        if (format.IsJpeg && longest > EnoughToDecode)
        {
            // Decoded at a number of eighths of its size. Both sides to measure: where one is asked to be longer than it is, the library doubles them.
            var (width, height) = (info.Width * EnoughToDecode / longest, info.Height * EnoughToDecode / longest);
            settings.SetDefine(MagickFormat.Jpeg, "size", $"{Math.Max(1, width)}x{Math.Max(1, height)}");
        }

        _image.Read(bytes, settings);
        _image.FilterType = FilterType.Triangle;
        _image.Resize(new MagickGeometry(Pictures.LongestSide, Pictures.LongestSide) { Greater = true });
        _image.AutoOrient();
        if (!_image.TransformColorSpace(ColorProfiles.SRGB) && _image.ColorSpace is not (ColorSpace.sRGB or ColorSpace.Gray))
        {
            _image.ColorSpace = ColorSpace.sRGB;
        }

        _image.Strip();
    }
}
