using System.Text;
using Initiatiefloket.Documents;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace Initiatiefloket.Tests.Documents;

/// <summary>What is left of what a camera wrote in a photo, as another library reads it.</summary>
public sealed class ImageMetadataTests
{
    private const string Secret = "GEHEIM";

    [Fact]
    public void Jpeg_FromAPhone_TellsThePlaceBefore() =>
        Assert.Contains(Directories(Jpegs.FromAPhone), directory => directory is GpsDirectory { TagCount: > 0 });

    [Fact]
    public void Jpeg_FromAPhone_KeepsNothingButHowItWasHeld()
    {
        var kept = Kept(Jpegs.FromAPhone);

        var exif = Assert.Single(Directories(kept).OfType<ExifDirectoryBase>());
        Assert.Equal(ExifDirectoryBase.TagOrientation, Assert.Single(exif.Tags).Type);
        Assert.Equal(6, exif.GetInt32(ExifDirectoryBase.TagOrientation));
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void Jpeg_FromAPhone_KeepsWhatThePictureNeeds() =>
        Assert.Equal(Jpegs.Of(Jpegs.Jfif, ExifOrientation.Segment(6), Jpegs.Colours, Jpegs.Adobe), Kept(Jpegs.FromAPhone));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Jpeg_HeldOnItsSide_StaysSo(bool isLittle) =>
        Assert.Equal(Jpegs.Of(ExifOrientation.Segment(6)), Kept(Jpegs.Of(Jpegs.Exif(isLittle))));

    [Fact]
    public void Jpeg_Plain_StaysAsItIs() => Assert.Equal(Jpegs.Plain, Kept(Jpegs.Plain));

    [Fact]
    public void Jpeg_WithAThumbnailInJfif_LosesIt()
    {
        var withThumbnail = Jpegs.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0, 72, 0, 72, 1, 1, 10, 20, 30]);

        Assert.Equal(Jpegs.Plain, Kept(Jpegs.Of(withThumbnail)));
    }

    [Fact]
    public void Jpeg_OfSeveralScans_KeepsThemAll()
    {
        byte[] progressive = [.. Jpegs.Plain[..^2], .. Jpegs.Huffman, .. Jpegs.Segment(0xFE, "GEHEIM"u8), .. Jpegs.Scan, .. Jpegs.End];

        Assert.Equal([.. Jpegs.Plain[..^2], .. Jpegs.Huffman, .. Jpegs.Scan, .. Jpegs.End], Kept(progressive));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Exif\0\0")]
    [InlineData("Exif\0\0XX*\0\0\0\0\u0008")]
    [InlineData("Exif\0\0MM\0*\u00FF\u00FF\u00FF\u00FF\0\0")]
    [InlineData("Exif\0\0MM\0*\0\0\0\u0008\u00FF\u00FF\u0001\u0012\0\u0003")]
    [InlineData("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0009\0\0")]
    [InlineData("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0004\0\0\0\u0001\0\u0006\0\0")]
    public void Jpeg_WithNonsenseForExif_IsUpright(string exif) =>
        Assert.Equal(Jpegs.Of(), Kept(Jpegs.Of(Jpegs.Segment(0xE1, Encoding.Latin1.GetBytes(exif)))));

    [Fact]
    public void Png_WithWords_TellsThemBefore() => Assert.Contains(Directories(Pngs.WithWords), directory => directory is GpsDirectory);

    [Fact]
    public void Png_WithWords_KeepsWhatThePictureNeeds()
    {
        var kept = Kept(Pngs.WithWords);

        Assert.Equal(Pngs.Of(Pngs.Chunk("gAMA", [0, 0, 0xB1, 0x8F]), Pngs.Chunk("eXIf", ExifOrientation.Tiff(6))), kept);
        var exif = Assert.Single(Directories(kept).OfType<ExifDirectoryBase>());
        Assert.Equal(ExifDirectoryBase.TagOrientation, Assert.Single(exif.Tags).Type);
        Assert.Equal(6, exif.GetInt32(ExifDirectoryBase.TagOrientation));
        Assert.DoesNotContain(Directories(kept), directory => directory.Name is "PNG-tEXt" or "PNG-iTXt" or "PNG-zTXt" or "PNG-tIME");
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void Png_HeldOnItsSide_SaysSoBetweenNoPixels()
    {
        var turn = Pngs.Chunk("eXIf", ExifOrientation.Tiff(6));

        var kept = Kept([.. Pngs.Signature, .. Pngs.Header(1, 1), .. Pngs.Pixels, .. turn, .. Pngs.Pixels, .. Pngs.End]);

        Assert.Equal([.. Pngs.Signature, .. Pngs.Header(1, 1), .. Pngs.Pixels, .. Pngs.Pixels, .. turn, .. Pngs.End], kept);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(9)]
    public void Png_Upright_SaysNothing(ushort orientation) =>
        Assert.Equal(Pngs.Plain, Kept(Pngs.Of(Pngs.Chunk("eXIf", ExifOrientation.Tiff(orientation)))));

    private static byte[] Kept(byte[] file) => Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(file, "foto", Budgets.New)).Bytes.ToArray();

    private static IReadOnlyList<MetadataExtractor.Directory> Directories(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return ImageMetadataReader.ReadMetadata(stream);
    }
}
