using System.Text;
using ImageMagick;
using Initiatiefloket.Documents;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace Initiatiefloket.Tests.Documents;

public sealed class PicturesTests : IDisposable
{
    private const int Large = 3 * 1024 * 1024;
    private const string Upright = "RBGW";
    private const string QuarterRight = "GRWB";

    private static readonly byte[] Start = [0xFF, 0xDA];
    private static readonly byte[] Jpeg = FourColours.Jpeg;
    private static readonly int Scan = Jpeg.AsSpan().IndexOf(Start);

    private static readonly Dictionary<string, (byte[] File, string Corners)> Foreign = new()
    {
        ["foto.heic"] = (Heics.Plain, Upright),
        ["iphone.HEIC"] = (Heics.FromAPhone, QuarterRight),
        ["foto.webp"] = (WebPs.Plain, Upright),
        ["telefoon.webp"] = (WebPs.FromAPhone, QuarterRight),
        ["film.webp"] = (WebPs.Moving, Upright),
        ["scan.tif"] = (Tiffs.Plain, Upright),
        ["mac.tiff"] = (Tiffs.BigEndian, Upright),
        ["zij.tif"] = (Tiffs.HeldOnItsSide, QuarterRight),
        ["klein.tif"] = (Tiffs.WithASmallerCopy, Upright),
    };

    private static readonly Dictionary<string, (byte[] File, byte[] Kept)> Odd = new()
    {
        ["no end"] = (Jpeg[..^2], Jpeg),
        ["half an end"] = (Jpeg[..^1], Jpeg),
        ["zeros for an end"] = ([.. Jpeg[..^2], .. new byte[700]], Jpeg),
        ["restart markers for an end"] = ([.. Jpeg[..^2], 0xFF, 0xD0, 0xFF, 0xD7], Jpeg),
        ["restart markers before the end"] = ([.. Jpeg[..^2], 0xFF, 0xFE, 0, 2, 0xFF, 0xD0, .. Jpegs.End], Jpeg),
        ["fill bytes before the end"] = ([.. Jpeg[..^2], 0xFF, 0xFE, 0, 2, 0xFF, 0xFF, 0xFF, .. Jpegs.End], Jpeg),
        ["fill bytes between segments"] = ([.. Jpeg[..20], 0xFF, 0xFF, .. Jpeg[20..]], Jpeg),
        ["zeros between segments"] = ([.. Jpeg[..20], .. new byte[12], .. Jpeg[20..]], Jpeg),
        ["zeros before the coded picture"] = ([.. Jpeg[..Scan], 0, .. Jpeg[Scan..]], Jpeg),
        ["zeros before the end"] = ([.. Jpeg[..^2], 0xFF, 0xFE, 0, 2, 0, 0, 0, .. Jpegs.End], Jpeg),
    };

    private readonly Pictures _pictures = new();

    public static TheoryData<string> ForeignPhotos { get; } = [.. Foreign.Keys];

    public static TheoryData<string> OddJpegs { get; } = [.. Odd.Keys];

    public void Dispose() => _pictures.Dispose();

    [Theory]
    [MemberData(nameof(ForeignPhotos))]
    public async Task Finish_PhotoThatNotEveryBrowserShows_IsAnUprightJpegWithoutItsPlace(string name)
    {
        var (file, corners) = Foreign[name];

        var kept = await KeptAsync(file, name);

        Assert.Equal(DocumentKind.Jpeg, kept.Kind);
        Assert.Equal(corners, FourColours.In(kept.Bytes.ToArray()));
        Assert.Equal((64u, 64u), FourColours.SizeOf(kept.Bytes.ToArray()));
        AssertTellsNothing(kept.Bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(ForeignPhotos))]
    public async Task Finish_PhotoCutOffOrChangedAnywhere_HasAnAnswer(string name)
    {
        var file = Foreign[name].File;
        for (var at = 0; at < file.Length; at += Math.Max(1, file.Length / 150))
        {
            byte[] changed = [.. file];
            changed[at] ^= 0xFF;

            Assert.NotNull(await FinishAsync(changed, name));
            Assert.NotNull(await FinishAsync(file[..at], name));
        }
    }

    [Theory]
    [MemberData(nameof(OddJpegs))]
    public async Task Finish_JpegAsBrowsersShowIt_IsTakenWithoutItsOddness(string what)
    {
        var (file, whole) = Odd[what];

        var kept = await KeptAsync(file, "foto.jpg");

        Assert.Equal(whole, kept.Bytes.ToArray());
        Assert.Equal(Upright, FourColours.In(kept.Bytes.ToArray()));
    }

    [Fact]
    public async Task Finish_JpegThatStopsInItsPicture_IsRefused()
    {
        for (var length = Scan + 16; length < Jpeg.Length - 10; length += 7)
        {
            Assert.Equal(DocumentProblem.Damaged, await ProblemAsync(Jpeg[..length], "foto.jpg"));
        }
    }

    [Theory]
    [InlineData(2700, 1500, MagickFormat.Jpeg, DocumentKind.Jpeg, 2560, 1422)]
    [InlineData(1200, 3600, MagickFormat.Jpeg, DocumentKind.Jpeg, 853, 2560)]
    [InlineData(2000, 2000, MagickFormat.Jpeg, DocumentKind.Jpeg, 2000, 2000)]
    [InlineData(6845, 700, MagickFormat.Jpeg, DocumentKind.Jpeg, 2560, 262)]
    [InlineData(4000, 300, MagickFormat.Png, DocumentKind.Png, 2560, 192)]
    [InlineData(1100, 1000, MagickFormat.Png, DocumentKind.Jpeg, 1100, 1000)]
    public async Task Finish_LargePhoto_IsMadeSmaller(int width, int height, MagickFormat format, DocumentKind kind, uint newWidth, uint newHeight)
    {
        var file = FourColours.Noise(width, height, format);
        Assert.InRange(file.Length, Large + 1, int.MaxValue);

        var kept = await KeptAsync(file, "foto");

        Assert.Equal((kind, (newWidth, newHeight)), (kept.Kind, FourColours.SizeOf(kept.Bytes.ToArray())));
        Assert.InRange(kept.Bytes.Length, 1, file.Length - 1);
        AssertTellsNothing(kept.Bytes.ToArray());
    }

    [Fact]
    public async Task Finish_LargePhotoHeldOnItsSide_IsUpright()
    {
        var upright = FourColours.Noise(2700, 1500, MagickFormat.Jpeg);
        byte[] file = [.. Jpegs.Start, .. Jpegs.Exif(isLittle: true), .. upright[2..]];

        var kept = await KeptAsync(file, "foto.jpg");

        Assert.Equal((1422u, 2560u), FourColours.SizeOf(kept.Bytes.ToArray()));
        AssertTellsNothing(kept.Bytes.ToArray());
    }

    [Fact]
    public async Task Finish_PhotoWithColoursOfItsOwn_HasThoseOfBrowsers()
    {
        using var printer = new MagickImage(FourColours.Jpeg);
        printer.SetProfile(ColorProfiles.AdobeRGB1998);
        var read = new ContentRead.Picture(PictureFormat.Jpeg, printer.ToByteArray(MagickFormat.Jpeg));

        var kept = Assert.IsType<ContentRead.Accepted>(await _pictures.FinishAsync(read, Budgets.New));

        Assert.Equal(Upright, FourColours.In(kept.Bytes.ToArray()));
        using var image = new MagickImage(kept.Bytes.ToArray());
        Assert.Null(image.GetColorProfile());
        Assert.Equal(64u, image.Width);
        using var pixels = image.GetPixels();
        Assert.InRange((int)pixels.GetPixel(16, 48).ToColor()!.R, 0, 15);
    }

    [Theory]
    [InlineData(MagickFormat.Jpeg)]
    [InlineData(MagickFormat.Png)]
    public async Task Finish_PhotoThatIsNotLarge_StaysAsItIs(MagickFormat format)
    {
        var file = FourColours.Noise(300, 200, format);
        var read = Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(file, "foto", Budgets.New));

        Assert.Same(read, await _pictures.FinishAsync(read, Budgets.New));
    }

    [Fact]
    public async Task Finish_LargePhotoThatCannotBeDecoded_StaysAsItIs()
    {
        byte[] file = [.. Jpegs.Plain[..^2], .. Enumerable.Repeat((byte)0x2A, Large), .. Jpegs.End];

        Assert.Equal(file, (await KeptAsync(file, "foto.jpg")).Bytes.ToArray());
    }

    [Fact]
    public async Task Finish_JpegOfThousandsOfScans_IsNotDecoded()
    {
        byte[] file = [.. Jpegs.Plain[..^2], .. Enumerable.Repeat(Jpegs.Scan, 200_000).SelectMany(scan => scan), .. Jpegs.End];

        Assert.Equal(file.Length, (await KeptAsync(file, "foto.jpg")).Bytes.Length);
        Assert.Equal(DocumentProblem.TooManyPixels, await ProblemAsync(file[..^2], "foto.jpg"));
    }

    [Fact]
    public async Task Finish_HeicInPieces_IsPutTogether()
    {
        var kept = await KeptAsync(Heics.InPieces, "foto.heic");

        Assert.Equal((256u, 192u), FourColours.SizeOf(kept.Bytes.ToArray()));
    }

    [Fact]
    public async Task Finish_CancelledWhileOthersWait_LetsThemGoOn()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        var read = DocumentContent.Read(Heics.Plain, "foto.heic", Budgets.New);

        var cancelled = Assert.ThrowsAnyAsync<OperationCanceledException>(() => _pictures.FinishAsync(read, new UploadBudget(over.Token)));
        var others = Enumerable.Range(0, 5).Select(_ => _pictures.FinishAsync(read, Budgets.New));

        await cancelled;
        Assert.All(await Task.WhenAll(others), finished => Assert.IsType<ContentRead.Accepted>(finished));
    }

    [Theory]
    [InlineData(MagickFormat.Svg)]
    [InlineData(MagickFormat.Msl)]
    [InlineData(MagickFormat.Mvg)]
    [InlineData(MagickFormat.Pdf)]
    [InlineData(MagickFormat.Eps)]
    [InlineData(MagickFormat.Gif)]
    public void Library_FormatThatWeDoNotUse_IsClosed(MagickFormat format)
    {
        Magick.Begin();

        Assert.Throws<MagickPolicyErrorException>(() => new MagickImage("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"u8.ToArray(), format));
    }

    private static void AssertTellsNothing(byte[] file)
    {
        using var stream = new MemoryStream(file);
        Assert.DoesNotContain(ImageMetadataReader.ReadMetadata(stream), directory => directory is ExifDirectoryBase or GpsDirectory);
        Assert.DoesNotContain("GEHEIM", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    private Task<ContentRead> FinishAsync(byte[] file, string name) => _pictures.FinishAsync(DocumentContent.Read(file, name, Budgets.New), Budgets.New);

    private async Task<ContentRead.Accepted> KeptAsync(byte[] file, string name) => Assert.IsType<ContentRead.Accepted>(await FinishAsync(file, name));

    private async Task<DocumentProblem> ProblemAsync(byte[] file, string name) => Assert.IsType<ContentRead.Refused>(await FinishAsync(file, name)).Problem;
}
