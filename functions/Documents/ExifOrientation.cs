using System.Buffers.Binary;

namespace Initiatiefloket.Documents;

/// <summary>
/// The one thing of Exif that is kept: how the camera was held, without which photos lie on their side (JEITA CP-3451, 4.5.4 and 4.6.4 A).
/// </summary>
internal static class ExifOrientation
{
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;
    private const int EntryBytes = 12;

    /// <summary>The orientation, 1 to 8, in the content of an APP1 segment of JPEG; 1 (upright) when it says nothing that makes sense.</summary>
    public static ushort Find(ReadOnlySpan<byte> segment) => segment.StartsWith("Exif\0\0"u8) ? FindInTiff(segment[6..]) : (ushort)1;

    /// <summary>The same in what all kinds of image have for Exif: a small TIFF.</summary>
    public static ushort FindInTiff(ReadOnlySpan<byte> tiff)
    {
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!isLittle && !tiff.StartsWith("MM\0*"u8)))
        {
            return 1;
        }

        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        return directory > tiff.Length - 2 ? (ushort)1 : FindIn(tiff[(int)directory..], isLittle);
    }

    /// <summary>A whole APP1 segment of JPEG that says nothing but the orientation.</summary>
    public static byte[] Segment(ushort orientation) => [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. Tiff(orientation)];

    /// <summary>Exif that says nothing but the orientation.</summary>
    public static byte[] Tiff(ushort orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort FindIn(ReadOnlySpan<byte> directory, bool isLittle)
    {
        var entries = ReadShort(directory, isLittle);
        for (var at = 2; entries > 0 && at + EntryBytes <= directory.Length; at += EntryBytes, entries--)
        {
            var entry = directory[at..];
            if (ReadShort(entry, isLittle) == OrientationTag && ReadShort(entry[2..], isLittle) == ShortType)
            {
                return ReadShort(entry[8..], isLittle) is >= 1 and <= 8 and var orientation ? orientation : (ushort)1;
            }
        }

        return 1;
    }

    private static ushort ReadShort(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}

/// <summary>How large an image may be when it is shown: a few bytes can promise more than any browser has memory for.</summary>
internal static class Pixels
{
    // The largest phone cameras make 200 million.
    private const long Most = 250_000_000;

    /// <summary>What is wrong with these measures, if anything.</summary>
    public static DocumentProblem? Check(long width, long height) =>
        width <= 0 || height <= 0 ? DocumentProblem.Damaged
        : width > Most / height ? DocumentProblem.TooManyPixels
        : null;
}
