namespace Initiatiefloket.Documents;

/// <summary>The markers of JPEG (ITU-T T.81, table B.1), each behind a byte 0xFF.</summary>
internal static class JpegMarkers
{
    public const byte StartOfScan = 0xDA;
    public const byte EndOfImage = 0xD9;
    public const byte Comment = 0xFE;

    /// <summary>Whether it comes after the coded picture: a stuffed zero, a restart marker and a fill byte belong to that.</summary>
    public static bool EndsScan(byte marker) => marker is not (0 or 0xFF) && !IsRestart(marker);

    private static bool IsRestart(byte marker) => marker is >= 0xD0 and <= 0xD7;

    /// <summary>Whether it has no content: restart markers, also where they follow no scan, and TEM.</summary>
    public static bool StandsAlone(byte marker) => IsRestart(marker) || marker == 0x01;

    /// <summary>Whether it is one of SOF0 to SOF15; three of those numbers are other things.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>The coded picture of a file that ends in it, without what programs append. One zero may be the picture's own; a zero after 0xFF always is.</summary>
    public static ReadOnlySpan<byte> WithoutPadding(ReadOnlySpan<byte> scan)
    {
        var picture = scan.TrimEnd((byte)0);
        if (picture.Length > scan.Length - 2 || picture.EndsWith((byte)0xFF))
        {
            picture = scan[..Math.Min(scan.Length, picture.Length + 1)];
        }

        while (picture.Length >= 2 && picture[^2] == 0xFF && IsRestart(picture[^1]))
        {
            picture = picture[..^2];
        }

        return picture.EndsWith((byte)0xFF) ? picture[..^1] : picture;
    }
}
