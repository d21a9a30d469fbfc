namespace Initiatiefloket.Documents;

/// <summary>
/// The checksum of PNG chunks and zip entries (ISO 3309). The framework has another one (CRC-32C) only; System.IO.Hashing does not restore
/// where the default build has to.
/// </summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => EntryOf((uint)index))];

    public static uint Of(ReadOnlySpan<byte> bytes) => Continue(0, bytes);

    /// <summary>The checksum of what came before and these bytes.</summary>
    public static uint Continue(uint before, ReadOnlySpan<byte> bytes)
    {
        var sum = ~before;
        foreach (var one in bytes)
        {
            sum = Table[(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint EntryOf(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        }

        return value;
    }
}
