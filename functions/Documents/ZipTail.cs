using System.Buffers.Binary;

namespace Initiatiefloket.Documents;

/// <summary>The end of a zip file, by which programs recognise one whatever comes before it (APPNOTE.TXT 4.3.16).</summary>
internal static class ZipTail
{
    private const int Bytes = 22;

    /// <summary>Whether a zip ends exactly where the file does, with nothing behind it but its own comment.</summary>
    public static bool EndsExactly(ReadOnlySpan<byte> file)
    {
        var reach = file[Math.Max(0, file.Length - Bytes - ushort.MaxValue)..];
        var at = reach.LastIndexOf("PK\x05\x06"u8);
        return at >= 0 && reach.Length - at >= Bytes
            && BinaryPrimitives.ReadUInt16LittleEndian(reach[(at + Bytes - 2)..]) == reach.Length - at - Bytes;
    }
}
