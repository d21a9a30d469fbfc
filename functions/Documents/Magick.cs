using ImageMagick;
using ImageMagick.Configuration;

namespace Initiatiefloket.Documents;

/// <summary>Sets up the library once: its bounds, and which of its hundred formats exist.</summary>
internal static class Magick
{
    private const ulong Megabyte = 1024 * 1024;
    private const uint LongestSide = 16_384;

    private static readonly Lazy<bool> Begun = new(SetUp);

    /// <summary>Does nothing when it was done.</summary>
    public static void Begin() => _ = Begun.Value;

    private static bool SetUp()
    {
        var files = ConfigurationFiles.Default;
        files.Policy.Data = """
            <policymap>
              <policy domain="coder" rights="none" pattern="*"/>
              <policy domain="coder" rights="read" pattern="{HEIC,WEBP,TIFF}"/>
              <policy domain="coder" rights="read | write" pattern="{JPEG,PNG}"/>
              <policy domain="delegate" rights="none" pattern="*"/>
              <policy domain="filter" rights="none" pattern="*"/>
              <policy domain="path" rights="none" pattern="@*"/>
            </policymap>
            """;
        var folder = Directory.CreateTempSubdirectory("pictures-");
        MagickNET.Initialize(files, folder.FullName);
        ResourceLimits.Memory = 256 * Megabyte;
        ResourceLimits.MaxMemoryRequest = 256 * Megabyte;
        ResourceLimits.MaxProfileSize = 4 * Megabyte;
        ResourceLimits.Disk = 0;
        ResourceLimits.Width = LongestSide;
        ResourceLimits.Height = LongestSide;
        ResourceLimits.Thread = 1;

        // The first limit made it read all of that; it lives on in memory.
        folder.Delete(recursive: true);
        return true;
    }
}
