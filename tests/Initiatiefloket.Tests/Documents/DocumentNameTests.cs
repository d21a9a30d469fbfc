using Initiatiefloket.Documents;

namespace Initiatiefloket.Tests.Documents;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("begroting.pdf", DocumentKind.Pdf, "begroting.pdf")]
    [InlineData("Begroting.PDF", DocumentKind.Pdf, "Begroting.PDF")]
    [InlineData("foto.jpeg", DocumentKind.Jpeg, "foto.jpeg")]
    [InlineData("foto.pdf", DocumentKind.Png, "foto.png")]
    [InlineData("foto", DocumentKind.Jpeg, "foto.jpg")]
    [InlineData("IMG_0042.HEIC", DocumentKind.Jpeg, "IMG_0042.jpg")]
    [InlineData("scan.tiff", DocumentKind.Jpeg, "scan.jpg")]
    [InlineData("kosten.ods", DocumentKind.Ods, "kosten.ods")]
    [InlineData("verslag v1.2", DocumentKind.Odt, "verslag v1.2.odt")]
    [InlineData("brief.exe", DocumentKind.Pdf, "brief.exe.pdf")]
    [InlineData("", DocumentKind.Pdf, "document.pdf")]
    [InlineData(".pdf", DocumentKind.Pdf, "pdf.pdf")]
    [InlineData("...", DocumentKind.Docx, "document.docx")]
    [InlineData(@"C:\Users\Ans\plan.docx", DocumentKind.Docx, "plan.docx")]
    [InlineData("../../etc/passwd", DocumentKind.Pdf, "passwd.pdf")]
    [InlineData("map/", DocumentKind.Pdf, "document.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", DocumentKind.Pdf, "a Set-Cookie- x.pdf")]
    [InlineData("kosten <2026>?.xlsx", DocumentKind.Xlsx, "kosten -2026--.xlsx")]
    [InlineData("\"aan\" de|slag*.pdf", DocumentKind.Pdf, "-aan- de-slag-.pdf")]
    [InlineData("rekening\u202Efdp.exe", DocumentKind.Pdf, "rekeningfdp.exe.pdf")]
    [InlineData("cafe\u0301 \U0001F33B.png", DocumentKind.Png, "café \U0001F33B.png")]
    [InlineData("CON.pdf", DocumentKind.Pdf, "_CON.pdf")]
    [InlineData("nul", DocumentKind.Pdf, "_nul.pdf")]
    public void Of_Typed_IsFitToShowAndSave(string typed, DocumentKind kind, string name) => Assert.Equal(name, DocumentName.Of(typed, kind));

    [Fact]
    public void Of_LongName_IsShorterAndKeepsItsExtension()
    {
        var name = DocumentName.Of(string.Concat(Enumerable.Repeat("\U0001F33B", 200)) + ".pdf", DocumentKind.Pdf);

        Assert.InRange(name.Length, 70, 84);
        Assert.EndsWith("\U0001F33B.pdf", name, StringComparison.Ordinal);
    }
}
