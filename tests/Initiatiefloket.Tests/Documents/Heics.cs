using System.Buffers.Binary;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>
/// Small HEIC files: the coded picture, of <see cref="FourColours"/>, is what heif-enc made of ours; the boxes around it are made here (ISO 23008-12).
/// </summary>
internal static class Heics
{
    private const ushort Tile = 1;
    private const ushort Words = 2;
    private const ushort Grid = 3;

    private static readonly byte[] Settings = Convert.FromHexString(
        "0103700000000000000000001ef000fcfdf8f800000f03200001001840010c01ffff03700000030090000003000003001eba024021000100" +
        "2842010103700000030090000003000003001ea020810596ea4929ae6c08000003000800000300084022000100074401c172b02240");

    private static readonly byte[] Coded = Convert.FromHexString(
        "0000002e2801af0418fc7938ebfff8910fd7405c9ef8affb5c70f2d3dfdd4881574e81e37ff7464c4db3d79c98fd554fe740");

    public static byte[] Plain { get; } = Of(0, []);

    /// <summary>As an iPhone makes it: to be turned a quarter, which its Exif says as well, with a place and a camera.</summary>
    public static byte[] FromAPhone { get; } = Of(3, Jpegs.Exif(isLittle: false).AsSpan(4..));

    /// <summary>In pieces, as phones code large photos: four times the picture beside itself, and that three times.</summary>
    public static byte[] InPieces { get; } = Of(0, [], columns: 4, rows: 3);

    /// <summary>It says to be of 160 million pixels, and is not.</summary>
    public static byte[] Huge { get; } = Of(0, [], side: 12_800);

    /// <summary>It says to be of 49 million pixels, and is not.</summary>
    public static byte[] Large { get; } = Of(0, [], side: 7000);

    private static byte[] Of(byte quartersLeft, ReadOnlySpan<byte> exif, byte columns = 1, byte rows = 1, int side = FourColours.Side)
    {
        var (width, height) = ((ushort)(columns * FourColours.Side), (ushort)(rows * FourColours.Side));
        byte[] grid = [0, 0, (byte)(rows - 1), (byte)(columns - 1), .. Short(width), .. Short(height)];
        byte[] words = [0, 0, 0, 6, .. exif];
        var isGrid = columns * rows > 1;
        var isTold = exif.Length > 0;
        var start = Box("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "mif1heic"u8]);
        var length = start.Length + Meta(0).Length + 8;
        return [.. start, .. Meta(length), .. Box("mdat", [.. Coded, .. grid, .. words])];

        byte[] Meta(int content) => Box("meta",
        [
            0, 0, 0, 0,
            .. Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "pict"u8, .. new byte[13]]),
            .. Box("pitm", [0, 0, 0, 0, .. Short(isGrid ? Grid : Tile)]),
            .. Box("iloc",
            [
                0, 0, 0, 0, 0x44, 0, 0, 3,
                .. Place(Tile, content, Coded.Length),
                .. Place(Grid, content + Coded.Length, grid.Length),
                .. Place(Words, content + Coded.Length + grid.Length, words.Length),
            ]),
            .. Box("iinf",
            [
                0, 0, 0, 0, 0, (byte)(1 + (isGrid ? 1 : 0) + (isTold ? 1 : 0)),
                .. Item(Tile, "hvc1"),
                .. isGrid ? Item(Grid, "grid") : [],
                .. isTold ? Item(Words, "Exif") : [],
            ]),
            .. Box("iref",
            [
                0, 0, 0, 0,
                .. isGrid ? Box("dimg", [.. Short(Grid), .. Short((ushort)(columns * rows)), .. Enumerable.Repeat(Short(Tile), columns * rows).SelectMany(id => id)]) : [],
                .. isTold ? Box("cdsc", [.. Short(Words), 0, 1, .. Short(Tile)]) : [],
            ]),
            .. Box("iprp",
            [
                .. Box("ipco",
                [
                    .. Box("hvcC", Settings),
                    .. Box("ispe", [0, 0, 0, 0, .. Long(side), .. Long(side)]),
                    .. Box("ispe", [0, 0, 0, 0, .. Long(width), .. Long(height)]),
                    .. Box("irot", [quartersLeft]),
                ]),
                .. Box("ipma", [0, 0, 0, 0, .. Long(isGrid ? 2 : 1), .. Short(Tile), 3, 0x81, 2, 0x84, .. isGrid ? [.. Short(Grid), 1, 3] : Array.Empty<byte>()]),
            ]),
        ]);
    }

    private static byte[] Item(ushort id, string type) => Box("infe", [2, 0, 0, 0, .. Short(id), 0, 0, .. Encoding.ASCII.GetBytes(type), 0]);

    private static byte[] Place(ushort id, int at, int length) => [.. Short(id), 0, 0, 0, 1, .. Long(at), .. Long(length)];

    private static byte[] Box(string type, ReadOnlySpan<byte> content) => [.. Long(content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Short(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Long(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
