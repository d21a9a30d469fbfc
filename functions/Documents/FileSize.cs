using System.Globalization;

namespace Initiatiefloket.Documents;

/// <summary>Sizes of files as people read them.</summary>
internal static class FileSize
{
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;

    /// <summary>"240 kB" or "2,4 MB", in the form of the current language; a small file is 1 kB.</summary>
    public static string Of(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / Kilobyte)} kB")
        : string.Create(CultureInfo.CurrentCulture, $"{(double)bytes / Megabyte:0.#} MB");
}
