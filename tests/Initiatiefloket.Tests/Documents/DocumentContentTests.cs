using Initiatiefloket.Documents;

namespace Initiatiefloket.Tests.Documents;

public sealed class DocumentContentTests
{
    private static readonly Dictionary<string, byte[]> Good = new()
    {
        ["brief.pdf"] = Pdfs.OnePage,
        ["script.pdf"] = Pdfs.WithScript,
        ["foto.jpg"] = Jpegs.Plain,
        ["telefoon.jpg"] = Jpegs.FromAPhone,
        ["tekening.png"] = Pngs.Plain,
        ["scherm.png"] = Pngs.WithWords,
        ["plan.odt"] = Zips.Odt,
        ["plan.docx"] = Zips.Docx,
        ["begroting.xlsx"] = Zips.Xlsx,
    };

    public static TheoryData<string> GoodFiles { get; } = [.. Good.Keys];

    public static TheoryData<string> BadOnes { get; } = [.. BadFiles.All.Keys];

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void Read_GoodFile_IsTheKindOfItsContent(string name)
    {
        var accepted = Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(Good[name], "zomaar.exe"));

        Assert.Contains(Path.GetExtension(name), accepted.Kind.Extensions);
    }

    [Theory]
    [MemberData(nameof(BadOnes))]
    public void Read_BadFile_SaysWhatIsWrong(string what)
    {
        var file = BadFiles.All[what];

        var refused = Assert.IsType<ContentRead.Refused>(DocumentContent.Read(file.Content, file.Name));

        Assert.Equal(file.Answer, refused.Problem);
    }

    [Fact]
    public void BadFiles_AreAtLeastSixty() => Assert.InRange(BadFiles.All.Count, 60, int.MaxValue);

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void Read_FileCutOffAnywhere_IsRefusedOrWhole(string name)
    {
        var whole = ((ContentRead.Accepted)DocumentContent.Read(Good[name], name)).Bytes;
        for (var length = 0; length < Good[name].Length; length++)
        {
            if (DocumentContent.Read(Good[name][..length], name) is ContentRead.Accepted cut)
            {
                // Only what came after the end was cut off.
                Assert.Equal(whole.ToArray(), cut.Bytes.ToArray());
            }
        }
    }

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void Read_FileWithAnyByteChanged_HasAnAnswer(string name)
    {
        byte[] values = [0x00, 0x01, 0x7F, 0xFF];
        foreach (var value in values)
        {
            for (var at = 0; at < Good[name].Length; at++)
            {
                byte[] changed = [.. Good[name]];
                changed[at] = value;

                Assert.NotNull(DocumentContent.Read(changed, name));
            }
        }
    }

    [Fact]
    public void Read_PdfWithSomethingBehindIt_EndsWhereThePdfEnds()
    {
        byte[] polyglot = [.. Pdfs.OnePage, .. Zips.Of(("a.txt", "verstopt"))];

        var accepted = Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(polyglot, "brief.pdf"));

        Assert.Equal(Pdfs.OnePage[..^1], accepted.Bytes.ToArray());
    }

    [Fact]
    public void Read_OfficeFile_StaysAsItIs() =>
        Assert.Equal(Zips.Odt, Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(Zips.Odt, "plan.odt")).Bytes.ToArray());
}
