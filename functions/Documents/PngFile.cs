using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;

namespace Initiatiefloket.Documents;

/// <summary>
/// PNG (W3C Portable Network Graphics, third edition, 5 and 11): walks through the chunks and copies those that the picture needs. Texts,
/// Exif (also its place) but for how the camera was held, times and unknown chunks stay behind, as does whatever comes after the end;
/// pixels are not touched.
/// </summary>
internal sealed class PngFile
{
    private const int HeaderBytes = 13;
    private const int ChunkFrame = 12;

    private static readonly HashSet<string> Needed =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT",
        "acTL", "fcTL", "fdAT",
    ];

    private readonly byte[] _file;
    private readonly ArrayBufferWriter<byte> _kept;
    private bool _hasHeader;
    private bool _hasPixels;
    private byte[] _turnAtTheEnd = [];

    private PngFile(byte[] file)
    {
        _file = file;
        _kept = new ArrayBufferWriter<byte>(file.Length);
    }

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ContentRead Read(byte[] file) => new PngFile(file).Walk();

    private ContentRead Walk()
    {
        _kept.Write(Signature);
        for (var at = Signature.Length; ChunkAt(at) is { } chunk; at += chunk.Count)
        {
            var type = TypeOf(chunk);
            if (Check(type, chunk) is { } problem)
            {
                return problem;
            }

            Keep(type, chunk);
            if (type == "IEND")
            {
                return _hasPixels ? new ContentRead.Accepted(DocumentKind.Png, _kept.WrittenMemory) : DocumentProblem.Damaged;
            }
        }

        return DocumentProblem.Damaged;
    }

    private void Keep(string type, ArraySegment<byte> chunk)
    {
        if (type == "eXIf" && ExifOrientation.FindInTiff(chunk[8..^sizeof(uint)]) is > 1 and var orientation)
        {
            KeepTurn(orientation);
        }
        else if (type == "IEND")
        {
            _kept.Write(_turnAtTheEnd);
            _kept.Write(chunk);
        }
        else if (Needed.Contains(type))
        {
            _kept.Write(chunk);
        }
    }

    // No chunk may stand between those with pixels.
    private void KeepTurn(ushort orientation)
    {
        var chunk = Chunk("eXIf"u8, ExifOrientation.Tiff(orientation));
        if (_hasPixels)
        {
            _turnAtTheEnd = chunk;
        }
        else
        {
            _kept.Write(chunk);
        }
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^sizeof(uint)..), Crc32.HashToUInt32(chunk.AsSpan(sizeof(uint)..^sizeof(uint))));
        return chunk;
    }

    /// <summary>A chunk with length, type and checksum; null when it does not fit in the file or its checksum is wrong.</summary>
    private ArraySegment<byte>? ChunkAt(int at)
    {
        var rest = _file.AsSpan(at);
        if (rest.Length < ChunkFrame || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - ChunkFrame)
        {
            return null;
        }

        var end = (int)length + ChunkFrame - sizeof(uint);
        return Crc32.HashToUInt32(rest[sizeof(uint)..end]) == BinaryPrimitives.ReadUInt32BigEndian(rest[end..])
            ? new ArraySegment<byte>(_file, at, end + sizeof(uint))
            : default(ArraySegment<byte>?);
    }

    private DocumentProblem? Check(string type, ArraySegment<byte> chunk)
    {
        if (type == "IHDR")
        {
            return CheckHeader(chunk);
        }

        _hasPixels |= type == "IDAT";

        // A capital first letter means that the picture cannot be shown without the chunk.
        var isForeign = char.IsAsciiLetterUpper(type[0]) && !Needed.Contains(type);
        return !_hasHeader || isForeign ? DocumentProblem.Damaged : null;
    }

    private DocumentProblem? CheckHeader(ReadOnlySpan<byte> chunk)
    {
        var isFirst = !_hasHeader;
        _hasHeader = true;
        return isFirst && chunk.Length == HeaderBytes + ChunkFrame
            ? Pixels.Check(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]))
            : DocumentProblem.Damaged;
    }

    private static string TypeOf(ReadOnlySpan<byte> chunk) => System.Text.Encoding.Latin1.GetString(chunk[4..8]);
}
