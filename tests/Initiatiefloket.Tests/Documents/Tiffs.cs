using System.Buffers.Binary;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Small TIFF files, made here of their directories; each page is <see cref="FourColours"/>, not packed.</summary>
internal static class Tiffs
{
    private const int PixelBytes = FourColours.Side * FourColours.Side * 3;
    private const int DirectoryBytes = 2 + (11 * 12) + 4;

    public static byte[] Plain { get; } = Of(isLittle: true, orientation: 1, kinds: [0]);

    public static byte[] BigEndian { get; } = Of(isLittle: false, orientation: 1, kinds: [0]);

    public static byte[] HeldOnItsSide { get; } = Of(isLittle: true, orientation: 6, kinds: [0]);

    public static byte[] WithASmallerCopy { get; } = Of(isLittle: true, orientation: 1, kinds: [0, 1]);

    public static byte[] TwoPages { get; } = Of(isLittle: true, orientation: 1, kinds: [2, 2]);

    /// <summary>A page that comes after itself.</summary>
    public static byte[] Circle { get; } = Of(isLittle: true, orientation: 1, kinds: [0, 1], isCircle: true);

    /// <summary>It says to be this large, and is not.</summary>
    public static byte[] Huge { get; } = Of(isLittle: true, orientation: 1, kinds: [0], width: 65_000, height: 65_000);

    private static byte[] Of(
        bool isLittle, ushort orientation, IReadOnlyList<uint> kinds, bool isCircle = false, uint width = FourColours.Side, uint height = FourColours.Side)
    {
        var first = 8 + PixelBytes + 8;
        var file = new byte[first + (kinds.Count * DirectoryBytes)];
        (isLittle ? "II*\0"u8 : "MM\0*"u8).CopyTo(file);
        Long(4, (uint)first);
        FourColours.Pixels.CopyTo(file, 8);
        (ushort Bits, int At)[] samples = [(8, 0), (8, 2), (8, 4)];
        foreach (var (bits, at) in samples)
        {
            Short(8 + PixelBytes + at, bits);
        }

        foreach (var (index, kind) in kinds.Index())
        {
            var at = first + (index * DirectoryBytes);
            Short(at, 11);
            Entry(0, 254, 4, 1, kind);
            Entry(1, 256, 4, 1, width);
            Entry(2, 257, 4, 1, height);
            Entry(3, 258, 3, 3, 8 + PixelBytes);
            ShortEntry(4, 259, 1);
            ShortEntry(5, 262, 2);
            Entry(6, 273, 4, 1, 8);
            ShortEntry(7, 274, orientation);
            ShortEntry(8, 277, 3);
            Entry(9, 278, 4, 1, height);
            Entry(10, 279, 4, 1, PixelBytes);
            Long(at + DirectoryBytes - 4, index + 1 < kinds.Count ? (uint)(at + DirectoryBytes) : isCircle ? (uint)at : 0);

            void Entry(int number, ushort tag, ushort type, uint count, uint value)
            {
                var entry = at + 2 + (number * 12);
                Short(entry, tag);
                Short(entry + 2, type);
                Long(entry + 4, count);
                Long(entry + 8, value);
            }

            void ShortEntry(int number, ushort tag, ushort value)
            {
                Entry(number, tag, 3, 1, 0);
                Short(at + 2 + (number * 12) + 8, value);
            }
        }

        return file;

        void Short(int at, ushort value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), value);
            }
        }

        void Long(int at, uint value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), value);
            }
        }
    }
}
