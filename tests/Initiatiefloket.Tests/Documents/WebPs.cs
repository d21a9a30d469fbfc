using System.Buffers.Binary;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>
/// Small WebP files: the coded picture, of <see cref="FourColours"/>, is what Magick.NET made of ours; the chunks around it are made here
/// (https://developers.google.com/speed/webp/docs/riff_container).
/// </summary>
internal static class WebPs
{
    private static readonly byte[] Coded = Convert.FromHexString(
        "5006009d012a400040003e913c984825a3a2a1301bf800b01209410e0031855b3fa07e406c32740fc80fc55affc052f000cbd74cf6b7c833" +
        "21060000fdfab43674b347901ecb31f39836c2ce0001897d60350ecec21a6422189d172eed7ff25f5f787edc3f6ff0ca9fb564cc0e08d677" +
        "70e3dfe1769a49dd6b400000");

    public static byte[] Plain { get; } = Of(Chunk("VP8 ", Coded));

    /// <summary>Held on its side, with a place and a camera.</summary>
    public static byte[] FromAPhone { get; } = Of(
        Chunk("VP8X", [8, 0, 0, 0, FourColours.Side - 1, 0, 0, FourColours.Side - 1, 0, 0]),
        Chunk("VP8 ", Coded),
        Chunk("EXIF", Jpegs.Exif(isLittle: true).AsSpan(10..)));

    /// <summary>The picture twice, as a film.</summary>
    public static byte[] Moving { get; } = Of(
        Chunk("VP8X", [2, 0, 0, 0, FourColours.Side - 1, 0, 0, FourColours.Side - 1, 0, 0]),
        Chunk("ANIM", [0xFF, 0xFF, 0xFF, 0xFF, 0, 0]),
        Frame(),
        Frame());

    private static byte[] Frame() => Chunk(
        "ANMF", [0, 0, 0, 0, 0, 0, FourColours.Side - 1, 0, 0, FourColours.Side - 1, 0, 0, 100, 0, 0, 0, .. Chunk("VP8 ", Coded)]);

    private static byte[] Of(params IReadOnlyList<byte[]> chunks) => Chunk("RIFF", [.. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)]);

    private static byte[] Chunk(string type, ReadOnlySpan<byte> content)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.ASCII.GetBytes(type), .. length, .. content, .. new byte[content.Length % 2]];
    }
}
