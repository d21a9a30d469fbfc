using System.Text;
using System.Text.RegularExpressions;
using Initiatiefloket.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Initiatiefloket.Tests.Documents;

/// <summary>PDF as programs and scanners write it, and as another library opens what is kept.</summary>
public sealed class PdfFileTests
{
    private static readonly Dictionary<string, string> Before = new()
    {
        ["nothing"] = "",
        ["a line end"] = "\n",
        ["line ends"] = "\r\n\r\n",
        ["a byte order mark"] = "\u00EF\u00BB\u00BF",
        ["zeros"] = "\0\0\0\0",
        ["a banner of a printer"] = "\u001B%-12345X@PJL JOB NAME=\"Begroting\"\r\n@PJL ENTER LANGUAGE=PDF\r\n",
        ["headers of a web server"] = "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n",
        ["as much as readers allow"] = new string(' ', 1024),
    };

    private static readonly Dictionary<string, byte[]> Behind = new()
    {
        ["nothing"] = [],
        ["line ends"] = "\r\n\r\n\n"u8.ToArray(),
        ["zeros"] = new byte[5000],
        ["blanks and zeros"] = [.. Enumerable.Repeat((byte)' ', 2000), .. new byte[3000]],
        ["a banner of a printer"] = "\u001B%-12345X@PJL EOJ\r\n\u001B%-12345X"u8.ToArray(),
        ["an end of file of DOS"] = [0x1A],
        ["bytes without meaning"] = [.. Enumerable.Repeat((byte)0xA5, 4000)],
    };

    public static TheoryData<string, bool> Fronts
    {
        get
        {
            var fronts = new TheoryData<string, bool>();
            foreach (var name in Before.Keys)
            {
                fronts.Add(name, false);
                fronts.Add(name, true);
            }

            return fronts;
        }
    }

    public static TheoryData<string> Tails { get; } = [.. Behind.Keys];

    public static TheoryData<string> Ways { get; } = [.. Encryptions.WithPassword.Keys];

    [Theory]
    [MemberData(nameof(Fronts))]
    public void Read_SomethingInFront_IsCutOff(string name, bool isTableAnObject)
    {
        var plain = isTableAnObject ? Pdfs.WithTableAsObject : Pdfs.OnePage;

        var kept = Kept([.. Encoding.Latin1.GetBytes(Before[name]), .. plain]);

        Assert.Equal(plain[..^1], kept);
        Assert.Equal(1, PagesOf(kept, isStrict: true));
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void Read_SomethingInFrontThatCounts_IsBlankAndTheRestStaysInItsPlace(string name, bool isTableAnObject)
    {
        var counted = Pdfs.CountedFrom(Before[name], isTableAnObject);

        var kept = Kept(counted);

        Assert.Equal("%PDF-1.5" + new string('\n', Before[name].Length), Encoding.Latin1.GetString(kept, 0, 8 + Before[name].Length));
        Assert.Equal(counted[(8 + Before[name].Length)..^1], kept[(8 + Before[name].Length)..]);
        Assert.Equal(1, PagesOf(kept, isStrict: true));
    }

    [Fact]
    public void Read_PlacesThatAreWrong_OpensAllTheSame()
    {
        var text = Encoding.Latin1.GetString(Pdfs.CountedFrom("1234567", isTableAnObject: false));
        var wrong = Encoding.Latin1.GetBytes(text[3..]);

        Assert.Equal(1, PagesOf(Kept(wrong), isStrict: false));
    }

    [Theory]
    [MemberData(nameof(Tails))]
    public void Read_SomethingBehind_IsCutOff(string name)
    {
        var kept = Kept([.. Pdfs.OnePage, .. Behind[name]]);

        Assert.Equal(Pdfs.OnePage[..^1], kept);
        Assert.Equal(1, PagesOf(kept, isStrict: true));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Read_ProtectedAgainstChanges_IsTaken(string way)
    {
        var file = Pdfs.Encrypted(Encryptions.AgainstChanges[way]);

        Assert.Equal(1, PagesOf(Kept(file), isStrict: false));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Read_OpensWithAPassword_IsRefused(string way)
    {
        var file = Pdfs.Encrypted(Encryptions.WithPassword[way]);

        Assert.Throws<PdfDocumentEncryptedException>(() => PagesOf(file, isStrict: false));
        Assert.Equal(DocumentProblem.Encrypted, Assert.IsType<ContentRead.Refused>(DocumentContent.Read(file, "brief.pdf", Budgets.New)).Problem);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Read_StringsInBrackets_AreReadAsWell(string way)
    {
        Assert.Equal(DocumentProblem.Encrypted, ProblemOf(Pdfs.Encrypted(InBrackets(Encryptions.WithPassword[way]))));
        Assert.Null(ProblemOf(Pdfs.Encrypted(InBrackets(Encryptions.AgainstChanges[way]))));
    }

    [Theory]
    [InlineData("<</Filter/Adobe.PubSec/V 4/R 4>>", true)]
    [InlineData("<</Filter/Standard/V 9/R 9>>", false)]
    [InlineData("<</Filter/Standard/R 3/O(a)/U(b)>>", false)]
    [InlineData("<</Filter/Standard/R 3/O 7 0 R/U 8 0 R>>", false)]
    [InlineData("<</Filter 7 0 R>>", false)]
    [InlineData("<</Filter/Standard", false)]
    [InlineData("<<[[[[[[[[[[[[[[[[[[[[", false)]
    [InlineData("<</O(((\\", false)]
    [InlineData("<</O(\\7", false)]
    [InlineData("<</O<zz>>>", false)]
    [InlineData("nothing", false)]
    public void Read_EncryptionThatMakesNoSense_HasAnAnswer(string encryption, bool isRefused) =>
        Assert.Equal(isRefused ? DocumentProblem.Encrypted : null, ProblemOf(Pdfs.Encrypted(encryption)));

    [Fact]
    public void Read_EncryptedWithAnyByteChanged_HasAnAnswer()
    {
        var file = Pdfs.Encrypted(InBrackets(Encryptions.WithPassword["R 6"]));
        for (var at = 0; at < file.Length; at++)
        {
            byte[] changed = [.. file];
            changed[at] ^= 0x5C;

            Assert.NotNull(DocumentContent.Read(changed, "brief.pdf", Budgets.New));
        }
    }

    private static byte[] Kept(byte[] file) => Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(file, "brief.pdf", Budgets.New)).Bytes.ToArray();

    private static DocumentProblem? ProblemOf(byte[] file) => (DocumentContent.Read(file, "brief.pdf", Budgets.New) as ContentRead.Refused)?.Problem;

    private static int PagesOf(byte[] file, bool isStrict)
    {
        using var pdf = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = !isStrict });
        return pdf.GetPages().Count();
    }

    // As most programs write them: bytes as they are, some behind a backslash.
    private static string InBrackets(string encryption) => Regex.Replace(
        encryption, "<([0-9a-f]{32,})>", match => $"({string.Concat(Convert.FromHexString(match.Groups[1].Value).Select(Escaped))})");

    private static string Escaped(byte value) => (char)value switch
    {
        '(' or ')' or '\\' => $"\\{(char)value}",
        '\r' => "\\r",
        '\n' => "\\n",
        >= '0' and <= '9' => $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}",
        var other => $"{other}",
    };
}
