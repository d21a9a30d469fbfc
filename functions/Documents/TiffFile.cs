using System.Buffers.Binary;

namespace Initiatiefloket.Documents;

/// <summary>TIFF (revision 6.0, part 1, section 2): counts the pages, each a directory that names the next.</summary>
internal static class TiffFile
{
    private const ushort KindTag = 254;
    private const int EntryBytes = 12;
    private const int MostDirectories = 64;

    /// <summary>Whether these are the first bytes of one.</summary>
    public static bool IsOne(ReadOnlySpan<byte> start) => start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8);

    public static ContentRead Read(byte[] file)
    {
        ReadOnlySpan<byte> all = file;
        var order = new Order(all.StartsWith("II"u8));
        var (pages, directories) = (0, 0);
        for (var at = order.Long(all, 4); at is > 0 and var place; at = NextOf(all, order, place))
        {
            pages += IsPage(all, order, place) ? 1 : 0;
            if (pages > 1)
            {
                return DocumentProblem.SeveralPages;
            }

            if (++directories > MostDirectories)
            {
                return DocumentProblem.Damaged;
            }
        }

        return pages == 1 ? new ContentRead.Picture(PictureFormat.Tiff, file) : DocumentProblem.Damaged;
    }

    private static long NextOf(ReadOnlySpan<byte> file, Order order, long directory) =>
        order.Short(file, directory) is { } entries ? order.Long(file, directory + 2 + ((long)entries * EntryBytes)) ?? 0 : 0;

    // A directory may also hold a smaller copy of a page.
    private static bool IsPage(ReadOnlySpan<byte> file, Order order, long directory)
    {
        if (order.Short(file, directory) is not { } entries || entries == 0)
        {
            return false;
        }

        for (var at = directory + 2; at < directory + 2 + ((long)entries * EntryBytes); at += EntryBytes)
        {
            if (order.Short(file, at) == KindTag)
            {
                return (order.Long(file, at + 8) & 1) == 0;
            }
        }

        return true;
    }

    /// <summary>Numbers in the order of bytes that the file says; null past its end.</summary>
    private readonly record struct Order(bool IsLittle)
    {
        public int? Short(ReadOnlySpan<byte> file, long at) => at + sizeof(ushort) > file.Length ? null
            : IsLittle ? BinaryPrimitives.ReadUInt16LittleEndian(file[(int)at..])
            : BinaryPrimitives.ReadUInt16BigEndian(file[(int)at..]);

        public long? Long(ReadOnlySpan<byte> file, long at) => at + sizeof(uint) > file.Length ? null
            : IsLittle ? BinaryPrimitives.ReadUInt32LittleEndian(file[(int)at..])
            : BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
    }
}
