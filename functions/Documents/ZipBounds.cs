using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Documents;

/// <summary>What an honest zip looks like before anything of it is unpacked.</summary>
internal static class ZipBounds
{
    private const int MostEntries = 5000;

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
            : null;
    }

    private static bool LeavesItsFolder(string name) =>
        name.Length == 0 || name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || name.Split('/').Contains("..");
}

/// <summary>What one zip may unpack to, with the zips in it. Whoever unpacks more than its size can honestly hold is stopped there.</summary>
/// <param name="fileBytes">Size of the zip.</param>
/// <param name="budget">Of the request.</param>
internal sealed class ZipPurse(long fileBytes, UploadBudget budget)
{
    private const long MostBytes = 250L * 1024 * 1024;

    // A megabyte may be of zeros only; a larger part that shrinks to less than a hundredth was made for it.
    private const long Grace = 1024 * 1024;
    private const long MostTimes = 100;

    private long _unpacked;

    /// <summary>Takes off what came out of a part.</summary>
    /// <param name="bytes">How much.</param>
    /// <param name="ofPart">What came out of the part until now.</param>
    /// <param name="packed">Size of the part as it was packed.</param>
    /// <exception cref="OverfullException">It is too much.</exception>
    public void Spend(int bytes, long ofPart, long packed)
    {
        _unpacked += bytes;
        if (_unpacked > MostBytes || IsSwollen(_unpacked, fileBytes) || IsSwollen(ofPart, packed))
        {
            throw new OverfullException(DocumentProblem.UnpacksTooLarge);
        }

        if (!budget.TrySpend(bytes))
        {
            throw new OverfullException(DocumentProblem.TooMuchAtOnce);
        }
    }

    private static bool IsSwollen(long unpacked, long packed) => unpacked > Grace + (packed * MostTimes);
}

/// <summary>A part of a zip as it comes out, counted and summed. What the zip says about its size is not believed.</summary>
internal sealed class UnpackedPart : ReadOnlyStream
{
    private const int StartBytes = 16;

    private readonly Stream _content;
    private readonly ZipArchiveEntry _entry;
    private readonly ZipPurse _purse;
    private readonly Crc32 _sum = new();
    private readonly byte[] _start;
    private int _replayed;
    private long _read;

    public UnpackedPart(ZipArchiveEntry entry, ZipPurse purse)
    {
        (_entry, _purse) = (entry, purse);
        _content = entry.Open();
        var start = new byte[StartBytes];
        var length = 0;
        while (length < start.Length && Take(start.AsSpan(length)) is > 0 and var read)
        {
            length += read;
        }

        _start = start[..length];
    }

    /// <summary>Its first bytes.</summary>
    public ReadOnlySpan<byte> Start => _start;

    /// <summary>The most that it may be unpacked.</summary>
    public long Most { get; set; } = long.MaxValue;

    public override int Read(Span<byte> buffer)
    {
        if (_replayed == _start.Length)
        {
            return Take(buffer);
        }

        var again = _start.AsSpan(_replayed);
        again = again[..Math.Min(again.Length, buffer.Length)];
        again.CopyTo(buffer);
        _replayed += again.Length;
        return again.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Reads on to its end.</summary>
    /// <exception cref="InvalidDataException">Its checksum is another.</exception>
    public void Finish()
    {
        Span<byte> buffer = new byte[64 * 1024];
        while (Take(buffer) > 0)
        {
        }

        if (_sum.GetCurrentHashAsUInt32() != _entry.Crc32)
        {
            throw new InvalidDataException($"A part of the zip has another checksum.");
        }
    }

    protected override void Dispose(bool disposing)
    {
        _content.Dispose();
        base.Dispose(disposing);
    }

    private int Take(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _read += read;
        _purse.Spend(read, _read, _entry.CompressedLength);
        if (_read > Most)
        {
            throw new OverfullException(DocumentProblem.UnpacksTooLarge);
        }

        _sum.Append(buffer[..read]);
        return read;
    }
}

/// <summary>Unpacking stops here, in the middle of reading: there is no other way out of a reader of XML.</summary>
/// <param name="problem">What to say of the file.</param>
internal sealed class OverfullException(DocumentProblem problem) : Exception
{
    public DocumentProblem Problem => problem;
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
