using Initiatiefloket.Documents;

namespace Initiatiefloket.Tests.Documents;

public sealed class DocumentContentTests
{
    private static readonly Dictionary<string, byte[]> Good = new()
    {
        ["brief.pdf"] = Pdfs.OnePage,
        ["script.pdf"] = Pdfs.WithScript,
        ["foto.jpg"] = FourColours.Jpeg,
        ["telefoon.jpg"] = Jpegs.FromAPhone,
        ["tekening.png"] = Pngs.Plain,
        ["scherm.png"] = Pngs.WithWords,
        ["plan.odt"] = Zips.Odt,
        ["kosten.ods"] = Zips.Ods,
        ["plan.docx"] = Zips.Docx,
        ["begroting.xlsx"] = Zips.Xlsx,
    };

    public static TheoryData<string> GoodFiles { get; } = [.. Good.Keys];

    public static TheoryData<string> BadOnes { get; } = [.. BadFiles.All.Keys];

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void Read_GoodFile_IsTheKindOfItsContent(string name)
    {
        var accepted = Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(Good[name], "zomaar.exe", Budgets.New));

        Assert.Contains(Path.GetExtension(name), accepted.Kind.Extensions);
    }

    [Theory]
    [MemberData(nameof(BadOnes))]
    public async Task Read_BadFile_SaysWhatIsWrong(string what)
    {
        var file = BadFiles.All[what];

        var refused = Assert.IsType<ContentRead.Refused>(await FinishAsync(file.Content, file.Name));

        Assert.Equal(file.Answer, refused.Problem);
    }

    [Fact]
    public void BadFiles_AreAtLeastSixty() => Assert.InRange(BadFiles.All.Count, 60, int.MaxValue);

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public async Task Read_FileCutOffAnywhere_IsRefusedOrWhole(string name)
    {
        var whole = ((ContentRead.Accepted)DocumentContent.Read(Good[name], name, Budgets.New)).Bytes;
        for (var length = 0; length < Good[name].Length; length++)
        {
            if (await FinishAsync(Good[name][..length], name) is ContentRead.Accepted cut)
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

                Assert.NotNull(DocumentContent.Read(changed, name, Budgets.New));
            }
        }
    }

    [Fact]
    public void Read_OfficeFile_StaysAsItIs() =>
        Assert.Equal(Zips.Odt, Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(Zips.Odt, "plan.odt", Budgets.New)).Bytes.ToArray());

    private static async Task<ContentRead> FinishAsync(byte[] file, string name)
    {
        using var pictures = new Pictures();
        return await pictures.FinishAsync(DocumentContent.Read(file, name, Budgets.New), Budgets.New);
    }
}
