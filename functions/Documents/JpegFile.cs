using System.Buffers;
using System.Buffers.Binary;

namespace Initiatiefloket.Documents;

/// <summary>
/// JPEG (ITU-T T.81, annex B): walks through the segments and copies those that the picture needs. Place, camera, date, thumbnails and
/// remarks (Exif, XMP, IPTC, comments) stay behind, as does whatever comes after the end; pixels are not touched. What browsers make nothing of
/// is left out too: zeros, and markers without content, where a segment should begin.
/// </summary>
internal sealed class JpegFile
{
    private const int JfifBytes = 14;
    private const int AdobeBytes = 12;

    private readonly byte[] _file;
    private readonly ArrayBufferWriter<byte> _kept;
    private int _at = Signature.Length - 1;
    private bool _hasFrame;
    private bool _hasScan;

    private JpegFile(byte[] file)
    {
        _file = file;
        _kept = new ArrayBufferWriter<byte>(file.Length);
    }

    /// <summary>Start of image, and the first byte of the next marker.</summary>
    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public static ContentRead Read(byte[] file) => new JpegFile(file).Walk();

    private ContentRead Walk()
    {
        _kept.Write(Signature[..^1]);
        while (NextMarker() is { } marker)
        {
            if (marker == JpegMarkers.EndOfImage)
            {
                return Ended(isSaid: true);
            }

            if (Content() is not { } content)
            {
                return DocumentProblem.Damaged;
            }

            if (JpegMarkers.IsFrame(marker) && CheckFrame(content) is { } problem)
            {
                return problem;
            }

            Keep(marker, content);
        }

        return _at == _file.Length ? Ended(isSaid: false) : DocumentProblem.Damaged;
    }

    // Without its end, whether the picture is whole is told only by decoding it.
    private ContentRead Ended(bool isSaid)
    {
        _kept.Write<byte>([0xFF, JpegMarkers.EndOfImage]);
        return !_hasFrame || !_hasScan ? DocumentProblem.Damaged
            : isSaid ? new ContentRead.Accepted(DocumentKind.Jpeg, _kept.WrittenMemory)
            : new ContentRead.Picture(PictureFormat.JpegWithoutEnd, _kept.WrittenMemory);
    }

    /// <summary>Moves past the next marker that has content, or the end of the picture; null when there is none here.</summary>
    private byte? NextMarker()
    {
        while (true)
        {
            SkipZeros();
            if (_at >= _file.Length || _file[_at] != 0xFF)
            {
                return null;
            }

            while (_at < _file.Length && _file[_at] == 0xFF)
            {
                _at++;
            }

            if (_at >= _file.Length || _file[_at] == 0)
            {
                return null;
            }

            if (!JpegMarkers.StandsAlone(_file[_at++]))
            {
                return _file[_at - 1];
            }
        }
    }

    private void SkipZeros()
    {
        while (_at < _file.Length && _file[_at] == 0)
        {
            _at++;
        }
    }

    /// <summary>Moves past the segment's length and content; null when the file ends in it.</summary>
    private ArraySegment<byte>? Content()
    {
        if (_file.Length - _at < 2)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(_at));
        if (length < 2 || length > _file.Length - _at)
        {
            return null;
        }

        var content = new ArraySegment<byte>(_file, _at + 2, length - 2);
        _at += length;
        return content;
    }

    private DocumentProblem? CheckFrame(ReadOnlySpan<byte> content)
    {
        _hasFrame = true;
        return content.Length < 6
            ? DocumentProblem.Damaged
            : Pixels.Check(BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]));
    }

    private void Keep(byte marker, ReadOnlySpan<byte> content)
    {
        switch (marker)
        {
            case 0xE0 when content.StartsWith("JFIF\0"u8) && content.Length >= JfifBytes:
                // Without its thumbnail, which may show what was cut away.
                Write(marker, [.. content[..(JfifBytes - 2)], 0, 0]);
                break;
            case 0xE1 when ExifOrientation.Find(content) is > 1 and var orientation:
                _kept.Write(ExifOrientation.Segment(orientation));
                break;
            case 0xE2 when content.StartsWith("ICC_PROFILE\0"u8):
                Write(marker, content);
                break;
            case 0xEE when content.StartsWith("Adobe"u8) && content.Length >= AdobeBytes:
                // Says how the colours are coded.
                Write(marker, content[..AdobeBytes]);
                break;
            case (>= 0xE0 and <= 0xEF) or JpegMarkers.Comment:
                break;
            case JpegMarkers.StartOfScan:
                _hasScan = true;
                Write(marker, content);
                KeepScan();
                break;
            default:
                Write(marker, content);
                break;
        }
    }

    /// <summary>Copies the coded picture up to the next marker that is not part of it.</summary>
    private void KeepScan()
    {
        var start = _at;
        while (_at < _file.Length && !(_file[_at] == 0xFF && _at + 1 < _file.Length && JpegMarkers.EndsScan(_file[_at + 1])))
        {
            _at++;
        }

        var scan = _file.AsSpan(start.._at);
        _kept.Write(_at < _file.Length ? scan : JpegMarkers.WithoutPadding(scan));
    }

    private void Write(byte marker, ReadOnlySpan<byte> content)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(content.Length + 2));
        _kept.Write(head);
        _kept.Write(content);
    }
}
