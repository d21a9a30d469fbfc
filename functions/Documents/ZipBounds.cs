using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Initiatiefloket.Documents;

/// <summary>Reads a zip to its end once, and stops where an honest document would have ended long before.</summary>
internal static class ZipBounds
{
    private const int MostEntries = 5000;
    private const long MostBytes = 250L * 1024 * 1024;
    private const int BufferBytes = 64 * 1024;

    /// <summary>Why this zip is not taken, or null.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static DocumentProblem? FindProblem(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
        {
            return DocumentProblem.UnpacksTooLarge;
        }

        if (zip.Entries.Any(entry => entry.IsEncrypted))
        {
            return DocumentProblem.Encrypted;
        }

        return zip.Entries.DistinctBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Count() < zip.Entries.Count
            || zip.Entries.Any(entry => LeavesItsFolder(entry.FullName))
            ? DocumentProblem.Damaged
            : ReadAll(zip);
    }

    // What entries say about their size is not believed: what counts is what comes out.
    private static DocumentProblem? ReadAll(ZipArchive zip)
    {
        var budget = MostBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            foreach (var entry in zip.Entries)
            {
                var sum = new Crc32();
                using var content = entry.Open();
                while (content.Read(buffer) is > 0 and var read)
                {
                    sum.Append(buffer.AsSpan(0, read));
                    budget -= read;
                    if (budget < 0)
                    {
                        return DocumentProblem.UnpacksTooLarge;
                    }
                }

                if (sum.GetCurrentHashAsUInt32() != entry.Crc32)
                {
                    return DocumentProblem.Damaged;
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool LeavesItsFolder(string name) =>
        name.Length == 0 || name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || name.Split('/').Contains("..");
}

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
