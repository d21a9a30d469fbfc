using System.Buffers.Binary;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Small JPEG files, made here of their segments; the coded picture is 8 by 8 grey pixels.</summary>
internal static class Jpegs
{
    public static readonly byte[] Start = [0xFF, 0xD8];
    public static readonly byte[] End = [0xFF, 0xD9];
    public static readonly byte[] Jfif = Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0, 72, 0, 72, 0, 0]);
    public static readonly byte[] Colours = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. new byte[40]]);
    public static readonly byte[] Adobe = Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
    public static readonly byte[] Quantisation = Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
    public static readonly byte[] Huffman = Segment(0xC4, [0, 0, 1, .. new byte[14], 0]);
    public static readonly byte[] Scan = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x2A, 0xFF, 0x00, 0x2B, 0xFF, 0xD0, 0x7F];

    /// <summary>What every picture needs.</summary>
    public static byte[] Plain { get; } = Of(Jfif);

    /// <summary>As a phone makes it: on its side, with place, camera, thumbnail and a remark, and a film behind it.</summary>
    public static byte[] FromAPhone { get; } =
    [
        .. Of(
            Jfif,
            Exif(isLittle: false),
            Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x:xmpmeta>52.31 6.93 GEHEIM</x:xmpmeta>"u8]),
            Colours,
            Segment(0xE2, [.. "MPF\0GEHEIM"u8]),
            Segment(0xED, [.. "Photoshop 3.0\0GEHEIM"u8]),
            Adobe,
            Segment(0xFE, "GEHEIM"u8)),
        .. "ftypqt  GEHEIM"u8,
    ];

    public static byte[] Of(params IReadOnlyList<byte[]> first) =>
        [.. Start, .. first.SelectMany(segment => segment), .. Quantisation, .. Frame(8, 8), .. Huffman, .. Scan, .. End];

    public static byte[] Frame(ushort width, ushort height) =>
        Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>Orientation 6 (a quarter turn), a camera's name and the place 52° 18' 45" N.</summary>
    public static byte[] Exif(bool isLittle)
    {
        var tiff = new byte[8 + 2 + (3 * 12) + 4 + 2 + (2 * 12) + 4 + 24 + 8];
        (isLittle ? "II*\0"u8 : "MM\0*"u8).CopyTo(tiff);
        var order = new Order(tiff, isLittle);
        order.Long(4, 8);
        order.Short(8, 3);
        order.Entry(10, 0x010F, 2, 7, 104);
        order.ShortEntry(22, 0x0112, 6);
        order.Entry(34, 0x8825, 4, 1, 50);
        order.Short(50, 2);
        order.Entry(52, 1, 2, 2, isLittle ? 'N' : (uint)'N' << 24);
        order.Entry(64, 2, 5, 3, 80);
        uint[] place = [52, 1, 18, 1, 45, 1];
        foreach (var (index, number) in place.Index())
        {
            order.Long(80 + (index * 4), number);
        }

        Encoding.ASCII.GetBytes("GEHEIM").CopyTo(tiff, 104);
        return Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    private sealed class Order(byte[] bytes, bool isLittle)
    {
        public void Entry(int at, ushort tag, ushort type, uint count, uint value)
        {
            Short(at, tag);
            Short(at + 2, type);
            Long(at + 4, count);
            Long(at + 8, value);
        }

        public void ShortEntry(int at, ushort tag, ushort value)
        {
            Entry(at, tag, 3, 1, 0);
            Short(at + 8, value);
        }

        public void Short(int at, ushort value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), value);
            }
        }

        public void Long(int at, uint value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
            }
        }
    }
}
