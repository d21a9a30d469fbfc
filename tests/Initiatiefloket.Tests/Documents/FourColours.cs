using ImageMagick;
using Initiatiefloket.Documents;

namespace Initiatiefloket.Tests.Documents;

/// <summary>A picture by which can be seen how it was turned: red and blue above, green and white below.</summary>
internal static class FourColours
{
    /// <summary>Its width and its height.</summary>
    public const int Side = 64;

    private static readonly byte[][] Corners = [[220, 30, 30], [30, 30, 220], [30, 180, 30], [240, 240, 240]];

    /// <summary>Three bytes for each pixel, row by row.</summary>
    public static byte[] Pixels { get; } =
    [
        .. from y in Enumerable.Range(0, Side)
           from x in Enumerable.Range(0, Side)
           from value in Corners[(x / (Side / 2)) + (2 * (y / (Side / 2)))]
           select value,
    ];

    /// <summary>A JPEG of it, as a program writes it.</summary>
    public static byte[] Jpeg { get; } = Made(Side, Side, Pixels, MagickFormat.Jpeg);

    /// <summary>A picture of which little is the same: it cannot be packed well.</summary>
    public static byte[] Noise(int width, int height, MagickFormat format)
    {
        var pixels = new byte[width * height * 3];
        var state = 1u;
        for (var at = 0; at < pixels.Length; at++)
        {
            // Numerical Recipes' numbers, of which the upper bits are good.
            state = (state * 1_664_525) + 1_013_904_223;
            pixels[at] = (byte)(state >> 24);
        }

        return Made(width, height, pixels, format);
    }

    /// <summary>What stands in the corners, from left to right and from above to below: "RBGW" when it is upright.</summary>
    public static string In(byte[] file)
    {
        using var image = new MagickImage(file);
        using var pixels = image.GetPixels();
        var (right, below) = ((int)image.Width * 3 / 4, (int)image.Height * 3 / 4);
        var (left, above) = ((int)image.Width / 4, (int)image.Height / 4);
        return string.Concat(new[] { (left, above), (right, above), (left, below), (right, below) }.Select(place => NameOf(pixels.GetPixel(place.Item1, place.Item2).ToColor()!)));
    }

    public static (uint Width, uint Height) SizeOf(byte[] file)
    {
        var info = new MagickImageInfo(file);
        return (info.Width, info.Height);
    }

    private static char NameOf(IMagickColor<byte> colour) => (colour.R > 128, colour.G > 128, colour.B > 128) switch
    {
        (true, true, true) => 'W',
        (true, false, false) => 'R',
        (false, true, false) => 'G',
        (false, false, true) => 'B',
        _ => '?',
    };

    private static byte[] Made(int width, int height, byte[] pixels, MagickFormat format)
    {
        Magick.Begin();
        using var image = new MagickImage(pixels, new PixelReadSettings((uint)width, (uint)height, StorageType.Char, PixelMapping.RGB));
        image.Quality = 95;
        return image.ToByteArray(format);
    }
}
