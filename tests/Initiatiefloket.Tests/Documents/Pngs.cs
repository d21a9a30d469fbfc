using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Small PNG files, made here of their chunks; the picture is one grey pixel.</summary>
internal static class Pngs
{
    public static readonly byte[] Signature = [0x89, .. "PNG\r\n\x1A\n"u8];
    public static readonly byte[] End = Chunk("IEND", []);
    public static readonly byte[] Pixels = Chunk("IDAT", Deflated([0, 0x80]));

    /// <summary>What every picture needs.</summary>
    public static byte[] Plain { get; } = Of();

    /// <summary>With place, words, time and things of one program's own, and something behind it.</summary>
    public static byte[] WithWords { get; } =
    [
        .. Of(
            Chunk("gAMA", [0, 0, 0xB1, 0x8F]),
            Chunk("eXIf", Jpegs.Exif(isLittle: true).AsSpan(10..)),
            Chunk("tEXt", "Author\0GEHEIM"u8),
            Chunk("zTXt", [.. "Comment\0\0"u8, .. Deflated("GEHEIM"u8)]),
            Chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0GEHEIM"u8),
            Chunk("tIME", [7, 0xEA, 11, 21, 12, 0, 0]),
            Chunk("caBX", "GEHEIM"u8)),
        .. "GEHEIM"u8,
    ];

    public static byte[] Of(params IReadOnlyList<byte[]> between) => [.. Signature, .. Header(1, 1), .. between.SelectMany(chunk => chunk), .. Pixels, .. End];

    public static byte[] Header(uint width, uint height)
    {
        var content = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(content, width);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(4), height);
        content[8] = 8;
        return Chunk("IHDR", content);
    }

    public static byte[] Chunk(string type, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. sum];
    }

    private static byte[] Deflated(ReadOnlySpan<byte> content)
    {
        using var result = new MemoryStream();
        using (var deflate = new ZLibStream(result, CompressionLevel.Optimal))
        {
            deflate.Write(content);
        }

        return result.ToArray();
    }
}
