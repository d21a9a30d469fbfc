using System.Diagnostics;
using ImageMagick;

namespace Initiatiefloket.Documents;

/// <summary>Photos that are decoded.</summary>
internal enum PictureFormat
{
    Heic,
    WebP,
    Tiff,
    Jpeg,
    Png,

    /// <summary>A JPEG that ends in its picture; the end was added.</summary>
    JpegWithoutEnd,
}

/// <summary>What follows from the format of a photo.</summary>
internal static class PictureFormatExtensions
{
    extension(PictureFormat format)
    {
        /// <summary>The library's decoder.</summary>
        public MagickFormat Magick => format switch
        {
            PictureFormat.Heic => MagickFormat.Heic,
            PictureFormat.WebP => MagickFormat.WebP,
            PictureFormat.Tiff => MagickFormat.Tiff,
            PictureFormat.Jpeg or PictureFormat.JpegWithoutEnd => MagickFormat.Jpeg,
            PictureFormat.Png => MagickFormat.Png,
            _ => throw new UnreachableException(),
        };

        public bool IsJpeg => format is PictureFormat.Jpeg or PictureFormat.JpegWithoutEnd;
    }
}
